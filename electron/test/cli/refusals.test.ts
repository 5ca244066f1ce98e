import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fromNested, writeNpy } from "@argscope/core";
import { beforeAll, describe, expect, it } from "vitest";
import { builtProgram } from "./program.ts";

const { folder, run, write } = builtProgram();

beforeAll(() => {
  write("t.csv", "name,x\na,1\nb,2\n");
  write("words.csv", "a,b\nx,y\nz,w\n");
  write("m.npy", writeNpy(fromNested([[1, 2]])));
  write("none.npy", writeNpy(fromNested([[], []])));
  write("nan.npy", writeNpy(fromNested([Number.NaN])));
  write("cut.npy", writeNpy(fromNested([[1, 2]])).subarray(0, 140));
  write("torn.npy", writeNpy(fromNested([[1, 2]])).fill(0x20, 10, 20));
  write("half.npz", "PK\u0003\u0004 and no more");
  write("empty.csv", "");
  write("ragged.csv", "a,b\n1,2\n3\n4,5\n");
  write("quotes.csv", 'a,b\n1,"x"y\n2,z\n');
  mkdirSync(join(folder, "dir"));
});

describe("a refusal is one line on standard error, nothing on standard output, and exit code 3", () => {
  it.each([
    [["argmin", "t.csv", "--axis", "2"], "AxisError: axis 2 is out of bounds for array of dimension 2"],
    [["argmin", "none.npy"], "ValueError: attempt to get argmin of an empty sequence"],
    [["nanargmax", "nan.npy"], "ValueError: All-NaN slice encountered"],
    [["argmin", "t.csv", "--axis", "1099511627776"], "ValueError: integer won't fit into a C int"],
    [["argmin", "m.npy", "--select", "a[7]"], "IndexError: index 7 is out of bounds for axis 0 with size 1"],
    [
      ["argmin", "m.npy", "--select", "a[0,0,0]"],
      "IndexError: too many indices for array: array is 2-dimensional, but 3 were indexed",
    ],
    [["argmin", "t.csv", "--columns", "q"], 'ValueError: t.csv: There is no column named "q".'],
    [["argmin", "t.csv", "--index-col", "q"], 'ValueError: t.csv: There is no column named "q".'],
    [["argmin", "t.csv", "--exclude", "nam"], 'ValueError: t.csv: There is no column named "nam" (did you mean name?).'],
    [["info", "gone.csv"], "AccessError: “gone.csv” was not found."],
    [["info", "dir"], "AccessError: “dir” is a folder, not a file."],
    [["info", "t.csv/x"], "AccessError: “x” was not found: a part of its path is not a folder."],
    [
      ["convert", "ragged.csv", "--strict"],
      "FormatError: ragged.csv is malformed: line 3 has 1 cell, and the table 2 columns.",
    ],
    [["convert", "t.csv", "--out", "dir"], "AccessError: “dir” is a folder, not a file."],
  ])("%j", async (args, message) => {
    expect(await run(args)).toMatchObject({ code: 3, text: "", err: `argscope: ${message}\n` });
  });

  it.each([
    [["argmin", "words.csv"], /^argscope: ValueError: words\.csv has no column of numbers: .*\n$/],
    [["info", "empty.csv"], /^argscope: FormatError: empty\.csv is empty: .*\n$/],
    [["info", "-"], /^argscope: FormatError: standard input is empty: .*\n$/],
    [["argmin", "cut.npy"], /^argscope: FormatError: cut\.npy: .* ends at byte 140\.\n$/],
    [
      ["info", "torn.npy"],
      /^argscope: FormatError: torn\.npy: The header of the \.npy file is damaged\. Expected .* \(byte \d+\)\.\n$/,
    ],
    [["info", "half.npz"], /^argscope: FormatError: half\.npz: This is not a ZIP archive, or its end is missing\b.*\n$/],
    [["argmin", "quotes.csv", "--strict"], /^argscope: FormatError: quotes\.csv is malformed: line 2 .*\n$/],
  ])("%j", async (args, line) => {
    const { code, text, err } = await run(args);
    expect({ code, text }).toEqual({ code: 3, text: "" });
    expect(err).toMatch(line);
  });

  it("lets no file write to the terminal", async () => {
    write("evil\u001b[31m.csv", "");
    const { err } = await run(["info", "evil\u001b[31m.csv"]);
    expect(err).not.toContain("\u001b");
    expect(err.split("\n")).toHaveLength(2);
  });

  it("refuses a file without permission", async ({ skip }) => {
    if (process.getuid?.() === 0) skip("root may read everything");
    write("secret.csv", "a\n1\n");
    chmodSync(join(folder, "secret.csv"), 0);
    expect((await run(["info", "secret.csv"])).err).toBe(
      "argscope: AccessError: “secret.csv” cannot be read: permission is missing.\n",
    );
  });
});

describe("wrong usage is exit code 2", () => {
  it("says what is wrong and where the help is", async () => {
    expect(await run(["argmin", "t.csv", "--axis", "x"])).toMatchObject({
      code: 2,
      text: "",
      err: 'argscope: --axis takes a whole number or "none", not "x".\nTry: argscope argmin --help\n',
    });
  });

  it("shows the usage to who says nothing", async () => {
    const { code, text, err } = await run([]);
    expect({ code, text }).toEqual({ code: 2, text: "" });
    expect(err).toContain("Usage: argscope COMMAND FILE");
  });

  it.each([
    [["open", "t.csv"], 'There is no command "open".'],
    [["argmn", "t.csv"], 'There is no command "argmn" (did you mean argmin?).'],
  ])("%j: is one sentence, and where the help is", async (args, sentence) => {
    expect(await run(args)).toMatchObject({ code: 2, text: "", err: `argscope: ${sentence}\nTry: argscope --help\n` });
  });

  it.each([
    ["a[x]", 'Expected an index, found "x" (line 1, column 1).'],
    ["a[1:::]", 'Expected a comma, found ":" (line 1, column 4).'],
  ])("is a selection that is no index: %s", async (index, why) => {
    const err = `argscope: --select takes an index such as 'a[:, 2:5]': ${why}\n`;
    expect(await run(["argmin", "m.npy", "--select", index])).toMatchObject({ code: 2, text: "", err });
  });

  it.each([
    [["argmin", "m.npy", "--delimiter", ";"], "--delimiter means nothing here: m.npy is an array."],
    [["argmin", "m.npy", "--columns", "a"], "--columns means nothing here: m.npy is an array."],
    [["info", "m.npy", "--strict"], "--strict means nothing here: m.npy is an array."],
    [["info", "t.csv", "--array", "x"], "--array means nothing here: t.csv is a text table."],
    [["info", "t.csv", "--sheet", "x"], "--sheet means nothing here: t.csv is a text table."],
    [["argmin", "m.npy", "--index-col", "x"], "--index-col means nothing here: m.npy is an array."],
  ])("passes over no option in silence: %j", async (args, sentence) => {
    expect(await run(args)).toMatchObject({ code: 2, text: "", err: `argscope: ${sentence}\n` });
  });
});

it("prints help and version on standard output, exit code 0", async () => {
  expect((await run(["--help"])).text).toContain("Commands:");
  expect((await run(["convert", "--help"])).text).toContain("--index-col");
  const { version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  expect(await run(["--version"])).toMatchObject({ code: 0, text: `argscope ${version}\n`, err: "" });
});

it("needs nothing but Node beside its own files, and little of them to begin", () => {
  const files = readdirSync(join(folder, "out"), { recursive: true, encoding: "utf8" }).filter((name) => /\.c?js$/.test(name));
  expect(files).toEqual(expect.arrayContaining(["cli.js", join("cli", "engine.js"), join("cli", "thread.cjs")]));
  for (const name of files) {
    expect(readFileSync(join(folder, "out", name), "utf8")).not.toMatch(
      /^import .* from "(?!node:|\.\.?\/)|require\("(?!node:)/m,
    );
  }
  expect(statSync(join(folder, "out", "cli.js")).size).toBeLessThan(60_000);
  expect(statSync(join(folder, "out", "cli", "thread.cjs")).size).toBeLessThan(40_000);
});
