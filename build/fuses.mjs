// @ts-check
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";

/** The fuses in the order of their bytes in the wire. @see @electron/fuses, FuseV1Options */
const fuseNames = /** @type {const} */ ([
  "runAsNode",
  "cookieEncryption",
  "nodeOptions",
  "nodeCliInspect",
  "asarIntegrity",
  "onlyLoadAppFromAsar",
  "browserProcessSnapshot",
  "fileProtocolPrivileges",
]);

/** What marks the wire in an Electron program: then a byte of version, a byte of length, and a byte per fuse. */
const sentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const on = "1".charCodeAt(0);
const off = "0".charCodeAt(0);

/**
 * Where each fuse's byte is, and what it says.
 * @param {string} executable an Electron program for Linux or Windows; on macOS the wire is in the framework
 * @returns {Map<string, { position: number, state: "on" | "off" | "removed" }>}
 * @throws {Error} the file has not exactly one wire of version 1
 */
export function readFuses(executable) {
  const bytes = readFileSync(executable);
  const start = bytes.indexOf(sentinel);
  if (start < 0 || bytes.indexOf(sentinel, start + 1) >= 0) throw new Error(`${executable} has not exactly one fuse wire.`);
  const wire = start + sentinel.length;
  if (bytes[wire] !== 1) throw new Error(`${executable} has a fuse wire of version ${bytes[wire]}, not 1.`);
  const length = bytes[wire + 1] ?? 0;
  return new Map(
    fuseNames.slice(0, length).map((name, i) => {
      const position = wire + 2 + i;
      const byte = bytes[position];
      return [name, { position, state: byte === on ? "on" : byte === off ? "off" : "removed" }];
    }),
  );
}

/** Switches one fuse on: changes that one byte. @param {string} executable @param {(typeof fuseNames)[number]} name */
export function switchFuseOn(executable, name) {
  const fuse = readFuses(executable).get(name);
  if (fuse === undefined) throw new Error(`${executable} has no fuse ${name}.`);
  const file = openSync(executable, "r+");
  try {
    writeSync(file, Buffer.from([on]), 0, 1, fuse.position);
  } finally {
    closeSync(file);
  }
}
