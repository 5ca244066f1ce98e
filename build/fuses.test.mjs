// @ts-check
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readFuses, switchFuseOn } from "./fuses.mjs";

const sentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
let folder = "";
/** @param {string} wire as it stands behind the sentinel */
const programWith = (wire) => {
  const path = join(folder, "program");
  writeFileSync(path, `\x7fELF…${sentinel}${wire}\0rest of the program`);
  return path;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "argscope-fuses-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the fuse wire", () => {
  test("is read in @electron/fuses' order: on, off, removed", () => {
    const fuses = readFuses(programWith("\x01\x0810r10110"));
    expect(Array.from(fuses, ([name, { state }]) => `${name} ${state}`)).toEqual([
      "runAsNode on",
      "cookieEncryption off",
      "nodeOptions removed",
      "nodeCliInspect on",
      "asarIntegrity off",
      "onlyLoadAppFromAsar on",
      "browserProcessSnapshot on",
      "fileProtocolPrivileges off",
    ]);
  });

  test("may be shorter, from an older Electron, or longer, from a newer one", () => {
    expect(Array.from(readFuses(programWith("\x01\x0201")).keys())).toEqual(["runAsNode", "cookieEncryption"]);
    expect(readFuses(programWith("\x01\x0a0000000011")).size).toBe(8);
  });

  test("of another version is refused", () => {
    expect(() => readFuses(programWith("\x02\x08"))).toThrow("has a fuse wire of version 2, not 1.");
  });

  test("that is missing or there twice is refused", () => {
    const path = programWith("\x01\x0201");
    writeFileSync(path, readFileSync(path, "latin1").repeat(2), "latin1");
    expect(() => readFuses(path)).toThrow("has not exactly one fuse wire.");
    writeFileSync(path, "no wire");
    expect(() => readFuses(path)).toThrow("has not exactly one fuse wire.");
  });

  test("changes in one byte when a fuse is switched on", () => {
    const path = programWith("\x01\x0400r0");
    const before = readFileSync(path);
    switchFuseOn(path, "nodeCliInspect");
    const after = readFileSync(path);
    const changed = Array.from(after.keys()).filter((i) => before[i] !== after[i]);
    expect(changed).toEqual([before.indexOf(sentinel) + sentinel.length + 2 + 3]);
    expect(readFuses(path).get("nodeCliInspect")?.state).toBe("on");
  });
});
