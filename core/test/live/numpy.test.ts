import { afterAll, beforeAll, expect, test } from "vitest";
import { free } from "../../src/array/empty.ts";
import { argmax, argmin, type NdArray, nanargmax, nanargmin, slice } from "../../src/index.ts";
import { makeArray, outcome } from "../array/corpus.ts";
import { findNumpy, NumpyProcess } from "./numpy-process.ts";
import { Random } from "./random.ts";
import { type RandomArray, randomArray } from "./random-array.ts";
import { randomIndex } from "./random-index.ts";

const ARRAYS = 20_000;
const INDICES = 5_000;
const BATCH = 250;

const functions = { argmin, argmax, nanargmin, nanargmax };
type Reduction = readonly [operation: keyof typeof functions, axis: number | null, keepdims: boolean];

const seed = Number(process.env["ARGSCOPE_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const numpy = findNumpy();
const title = "missing" in numpy ? `SKIPPED, ${numpy.missing}` : `NumPy ${numpy.version}, repeat with ARGSCOPE_SEED=${seed}`;
console.log(`Live comparison: ${title}.`);

let oracle: NumpyProcess;
beforeAll(() => {
  if ("version" in numpy) oracle = new NumpyProcess();
});
afterAll(() => oracle?.end());

test.skipIf("missing" in numpy)(`${ARRAYS} random arrays reduce as in NumPy (${title})`, async () => {
  let compared = 0;
  for (let from = 0; from < ARRAYS; from += BATCH) {
    const cases = Array.from({ length: BATCH }, (_, k) => randomCase(from + k));
    const answers = await oracle.ask<unknown[]>(`arrays ${from} to ${from + BATCH} of seed ${seed}`, cases);
    for (const [k, { array, reductions }] of cases.entries()) {
      const a = makeArray(array, (from + k) % 2 === 0 ? "engine" : "ordinary");
      for (const [n, [operation, axis, keepdims]] of reductions.entries()) {
        const ours = outcome(() =>
          answerOf(keepdims ? functions[operation](a, axis, { keepdims }) : functions[operation](a, axis)),
        );
        expect(ours, `array ${from + k} of seed ${seed}: ${operation}, axis ${axis}, ${described(array)}`).toEqual(
          answers[k]?.[n],
        );
        compared++;
      }
      free(a);
    }
  }
  console.log(`${compared} reductions of ${ARRAYS} arrays: 0 differences.`);
});

test.skipIf("missing" in numpy)(`${INDICES} random indices give the views of NumPy (${title})`, async () => {
  for (let from = 0; from < INDICES; from += BATCH) {
    const cases = Array.from({ length: BATCH }, (_, k) => {
      const random = new Random(seed + 1_000_000 + from + k);
      const array = randomArray(random, "int32");
      return { array, indices: [randomIndex(random, array.shape)] };
    });
    const answers = await oracle.ask<unknown[]>(`indices ${from} to ${from + BATCH} of seed ${seed}`, cases);
    for (const [k, { array, indices }] of cases.entries()) {
      const a = makeArray(array, "ordinary");
      const ours = outcome(() => valuesOf(slice(a, indices[0] as string)));
      expect(ours, `index ${from + k} of seed ${seed}: [${indices[0]}], ${described(array)}`).toEqual(answers[k]?.[0]);
    }
  }
});

function randomCase(k: number): { array: RandomArray; reductions: Reduction[] } {
  const random = new Random(seed + k);
  const array = randomArray(random);
  const { length } = array.shape;
  const reductions = Array.from({ length: 3 }, (): Reduction => {
    const axis = random.oneIn(3)
      ? null
      : random.oneIn(30)
        ? random.integer(-9, 9)
        : random.integer(-length, Math.max(length - 1, 0));
    return [random.pick(["argmin", "argmax", "nanargmin", "nanargmax"] as const), axis, random.oneIn(3)];
  });
  return { array, reductions };
}

function answerOf(result: NdArray): unknown {
  return { shape: result.shape, indices: Array.from(result.data as Int32Array | Float64Array) };
}

function valuesOf(view: NdArray): unknown {
  const values = view.size === 0 ? [] : ([view.toNested()] as unknown[]).flat(64);
  return { shape: view.shape, values };
}

function described({ dtype, shape, strides, offset }: RandomArray): string {
  return `${dtype} of shape (${shape}), strides (${strides}), offset ${offset}`;
}
