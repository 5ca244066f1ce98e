// @ts-check
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { readCsv, setPool } from "../../../dist/index.js";
import { path, report } from "./report.mjs";

const threads = process.env.ARGSCOPE_THREADS ? Number(process.env.ARGSCOPE_THREADS) : availableParallelism();

/** The file by ranges, as the command line reads it. */
function fileSource() {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  /** @param {Uint8Array} target @param {number} start */
  const readInto = async (target, start) => {
    for (let at = 0; at < target.length; ) {
      const bytesRead = readSync(file, target, at, target.length - at, start + at);
      if (bytesRead === 0) throw new Error(`${path} ended at byte ${start + at}.`);
      at += bytesRead;
    }
  };
  /** @param {number} start @param {number} end */
  const read = async (start, end) => {
    const bytes = new Uint8Array(end - start);
    await readInto(bytes, start);
    return bytes;
  };
  return { name: path, size, read, readInto, close: () => closeSync(file) };
}

await report(async () => {
  // Starting the threads is part of the time.
  if (threads > 1) setPool(() => new Worker(new URL("../thread.cjs", import.meta.url)), threads - 1);
  const table = await readCsv(fileSource());
  return {
    numbers: () => Float64Array.from(table.block().data, Number),
    texts: () => table.labels.map((label) => Array.from({ length: label.rows }, (_, row) => label.text(row))),
  };
});
