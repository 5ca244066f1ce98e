// @ts-check
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

// What a contender's process says: `FILE` as argument, and "check" where its answer is wanted in place of its time.

export const [path = "", wanted = "time"] = process.argv.slice(2);

/**
 * A table in typed memory.
 *
 * @typedef {object} Read
 * @property {() => Float64Array} numbers  row after row, missing ones NaN
 * @property {() => readonly string[][]} texts  the columns of text
 */

/** @param {string} key of /proc/self/status, in bytes */
const memory = (key) =>
  Number(new RegExp(`${key}:\\s+(\\d+)`).exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? 0) * 1024;

/** Times one reading in this new process, libraries loaded. @param {() => Promise<Read>} read */
export async function report(read) {
  const idle = memory("VmRSS");
  const start = performance.now();
  const table = await read();
  const ms = performance.now() - start;
  const peak = memory("VmHWM") - idle;
  console.log(JSON.stringify(wanted === "check" ? digests(table) : { ms, peak }));
  process.exit(0);
}

/** @param {Read} table */
function digests(table) {
  const numbers = table.numbers();
  // One NaN for all: its other bits mean nothing.
  for (let k = 0; k < numbers.length; k++) if (Number.isNaN(numbers[k])) numbers[k] = Number.NaN;
  const sha = createHash("sha256").update(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  return { numbers: sha.digest("hex"), texts: table.texts().map(digestOf) };
}

/** @param {readonly string[]} cells */
function digestOf(cells) {
  const sha = createHash("sha256");
  for (let at = 0; at < cells.length; at += 10_000) sha.update(`${cells.slice(at, at + 10_000).join("\u001f")}\u001f`);
  return sha.digest("hex");
}
