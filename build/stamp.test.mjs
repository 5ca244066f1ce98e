// @ts-check
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { contentHash, isFresh, writeStamp } from "./stamp.mjs";

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "argscope-stamp-"));
  writeFileSync(join(folder, "in"), "one");
  writeFileSync(join(folder, "out"), "made of one");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (/** @type {string} */ name) => join(folder, name);
const hash = () => contentHash([path("in")]);
const fresh = () => isFresh(path("stamp"), hash(), [path("out")]);

test("what has no stamp is not fresh", () => expect(fresh()).toBe(false));

test("what was just stamped is fresh", () => {
  writeStamp(path("stamp"), hash(), [path("out")]);
  expect(fresh()).toBe(true);
});

test("a changed input makes it stale", () => {
  writeStamp(path("stamp"), hash(), [path("out")]);
  writeFileSync(path("in"), "two");
  expect(fresh()).toBe(false);
});

test("a changed output makes it stale", () => {
  writeStamp(path("stamp"), hash(), [path("out")]);
  writeFileSync(path("out"), "made of someone's hand");
  expect(fresh()).toBe(false);
});

test("a deleted output makes it stale", () => {
  writeStamp(path("stamp"), hash(), [path("out")]);
  rmSync(path("out"));
  expect(fresh()).toBe(false);
});

test("an input that is renamed, with the same content, changes the hash", () => {
  writeFileSync(path("other"), "one");
  expect(contentHash([path("other")])).not.toBe(hash());
});

test("half a stamp, as a power cut leaves it, is not fresh", () => {
  writeFileSync(path("stamp"), '{ "inputs": ');
  expect(fresh()).toBe(false);
});
