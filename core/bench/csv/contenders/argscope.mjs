// @ts-check
import { closeSync, fstatSync, openSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { readCsv, setPool } from "../../../dist/index.js";
import fillFile from "../fill-file.cjs";
import { path, report } from "./report.mjs";

const threads = process.env.ARGSCOPE_THREADS ? Number(process.env.ARGSCOPE_THREADS) : availableParallelism();

/** The file by ranges, as the command line reads it. */
function fileSource() {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  /** @param {Uint8Array} target @param {number} start */
  const fill = (target, start) => fillFile(file, target, start);
  /** @param {number} start @param {number} end */
  const read = async (start, end) => {
    const bytes = new Uint8Array(end - start);
    fill(bytes, start);
    return bytes;
  };
  return { name: path, size, read, shared: { handle: file, fill }, close: () => closeSync(file) };
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
