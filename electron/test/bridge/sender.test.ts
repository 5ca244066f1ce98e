import { describe, expect, test } from "vitest";
import { isOwnPage } from "../../main/bridge/sender.ts";
import { isOwnOrigin } from "../../main/page/origin.ts";

describe("our own origin", () => {
  test.each(["app://argscope/", "app://argscope/?crashed=oom", "app://argscope/assets/page.js"])("is that of %s", (url) => {
    expect(isOwnOrigin(url)).toBe(true);
  });

  test.each([
    "",
    "about:blank",
    "app://other/",
    "app://argscope.evil/",
    "app://argscope:80/",
    "app://someone@argscope/",
    "app:argscope",
    "apps://argscope/",
    "https://argscope/",
    "file:///argscope/",
    "data:text/html,app://argscope/",
    "blob:app://argscope/1",
    "argscope",
  ])("is not that of %j", (url) => {
    expect(isOwnOrigin(url)).toBe(false);
  });
});

describe("a question is answered", () => {
  const frame = { url: "app://argscope/", parent: null, detached: false };

  test("for our own main frame", () => expect(isOwnPage(frame)).toBe(true));
  test("not for a frame within it", () => expect(isOwnPage({ ...frame, parent: frame })).toBe(false));
  test("not for another origin", () => expect(isOwnPage({ ...frame, url: "https://example.org/" })).toBe(false));
  test("not for a frame that has loaded nothing", () => expect(isOwnPage({ ...frame, url: "" })).toBe(false));
  test("not for a frame that is gone", () => expect(isOwnPage(null)).toBe(false));
  test("not for a frame on its way out", () => expect(isOwnPage({ ...frame, detached: true })).toBe(false));
});
