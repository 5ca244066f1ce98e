// @ts-check
import { createHash } from "node:crypto";
import { openSync, readSync } from "node:fs";
import { createInterface } from "node:readline";

// The far end of a contender's process: `node contender.mjs NAME` loads contenders/NAME.mjs and does as it is told,
// one JSON object a line.

/**
 * What a contender's module exports.
 *
 * @typedef {object} Contender
 * @property {string} version
 * @property {(bench: import("./cases.mjs").Case) => string | undefined} refuses  why it does not take part in a case
 * @property {(bench: import("./cases.mjs").Case, read: (target: ArrayBufferView) => void) => void | Promise<void>} load
 * @property {() => void} unload
 * @property {() => ArrayLike<number> | number} run  the answer, indices of int32 range
 * @property {() => (() => void) | undefined} [readAll]  reads the same bytes and does nothing with them
 */

const name = process.argv[2];
/** @type {Contender} */
const contender = await import(`./contenders/${name}.mjs`);
/** @type {import("./cases.mjs").Case} */
let loaded;

/** @param {string} path @returns {(target: ArrayBufferView) => void} */
function reader(path) {
  return (target) => {
    const file = openSync(path, "r");
    const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
    const window = new Uint8Array(16 * 1024 * 1024);
    for (let at = 0; at < bytes.length; ) {
      const count = readSync(file, window, 0, Math.min(window.length, bytes.length - at), at);
      bytes.set(window.subarray(0, count), at);
      at += count;
    }
  };
}

/** @param {ReturnType<Contender["run"]>} result */
function digest(result) {
  const indices = typeof result === "number" ? Int32Array.of(result) : Int32Array.from(result);
  return createHash("sha256").update(new Uint8Array(indices.buffer)).digest("hex");
}

/**
 * The best of three, or of as many as fit into a third of a second: what else the machine does only ever adds. In ms.
 *
 * @param {() => unknown} call @param {number} times
 */
function best(call, times) {
  const began = performance.now();
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3 && performance.now() - began < 333; turn++) {
    const start = performance.now();
    for (let k = 0; k < times; k++) call();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** @type {Record<string, (message: any) => Promise<object> | object>} */
const does = {
  hello: () => ({ version: contender.version }),
  load: async ({ case: bench, path }) => {
    const reason = contender.refuses(bench);
    if (reason) return { refused: reason };
    loaded = bench;
    await contender.load(bench, reader(path));
    return {};
  },
  unload: () => {
    contender.unload();
    globalThis.gc?.();
    return {};
  },
  answer: () => ({ digest: digest(contender.run()) }),
  time: () => {
    const read = contender.readAll?.();
    return { ms: best(() => contender.run(), loaded.calls ?? 1), readMs: read && best(read, 1) };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  const answer = await /** @type {(message: any) => any} */ (does[message.do])(message);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
