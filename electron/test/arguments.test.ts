import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { fileArgument, fileOfSecondStart } from "../main/arguments.ts";

const folder = resolve("/home/somebody/data");
const packaged = (...args: string[]) => fileArgument({ argv: ["argscope", ...args], packaged: true, folder });
const development = (...args: string[]) => fileArgument({ argv: ["electron", ...args], packaged: false, folder });

describe("the file of a command line", () => {
  test("is the first plain argument of the packaged program", () => {
    expect(packaged("a.csv")).toBe(resolve(folder, "a.csv"));
    expect(packaged("a.csv", "b.csv")).toBe(resolve(folder, "a.csv"));
  });

  test("is the second in development, after the application's folder", () => {
    expect(development(".", "a.csv")).toBe(resolve(folder, "a.csv"));
    expect(development(".")).toBeNull();
  });

  test("is null where there is none", () => {
    expect(packaged()).toBeNull();
    expect(packaged("")).toBeNull();
  });

  test("is never one of Chromium's or Electron's switches", () => {
    expect(packaged("--no-sandbox", "--user-data-dir=/tmp/x", "-psn_0_1", "a.csv")).toBe(resolve(folder, "a.csv"));
    expect(packaged("--no-sandbox")).toBeNull();
  });

  test("is not the module that -r loads in development", () => {
    expect(development("-r", "/loader.js", "--inspect=0", ".", "a.csv")).toBe(resolve(folder, "a.csv"));
    expect(development("--require", "/loader.js", ".")).toBeNull();
  });

  test("may begin with a dash after --", () => {
    expect(packaged("--no-sandbox", "--", "-odd.csv")).toBe(resolve(folder, "-odd.csv"));
    expect(development(".", "--", "--a.csv")).toBe(resolve(folder, "--a.csv"));
  });

  test("keeps an absolute path, goes up from the working directory, keeps blanks", () => {
    expect(packaged(resolve("/srv/a.csv"))).toBe(resolve("/srv/a.csv"));
    expect(packaged("../my table.csv")).toBe(resolve(folder, "../my table.csv"));
  });

  test("may be a file: URL, as desktops pass it", () => {
    expect(packaged(pathToFileURL(resolve("/srv/my table.csv")).href)).toBe(resolve("/srv/my table.csv"));
    expect(packaged("file://elsewhere/a%2fb.csv")).toBe(resolve(folder, "file://elsewhere/a%2fb.csv"));
  });
});

describe("what a second start sends", () => {
  test("is a file's path", () => expect(fileOfSecondStart({ file: "/srv/a.csv" })).toBe("/srv/a.csv"));
  test.each([[{ file: null }], [{ file: 3 }], [{}], [null], [undefined], ["/srv/a.csv"]])("else nothing: %j", (data) => {
    expect(fileOfSecondStart(data)).toBeNull();
  });
});
