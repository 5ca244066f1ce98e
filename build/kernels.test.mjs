import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compileKernels } from "./kernels.mjs";

/** @type {string} */
let folder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "argscope-kernels-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("kernels that are asked for several times at once are compiled once, and nothing else is left in the cache", async () => {
  const [first, second, third] = await Promise.all([
    compileKernels("tables", folder),
    compileKernels("tables", folder),
    compileKernels("tables", folder),
  ]);
  expect(second).toBe(first);
  expect(third).toBe(first);
  expect(Buffer.from(first).subarray(0, 4).toString("latin1"), "the mark of WebAssembly").toBe("\0asm");
  expect(await readdir(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.wasm$/u)]);
  expect(Buffer.from(await compileKernels("tables", folder)).equals(Buffer.from(first))).toBe(true);
});
