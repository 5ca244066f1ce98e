import { free } from "../../src/array/empty.ts";
import type { NdArray } from "../../src/array/ndarray.ts";
import { argmax, argmin } from "../../src/reduce/argreduce.ts";
import { nanargmax, nanargmin } from "../../src/reduce/nan.ts";
import { makePlan } from "../../src/reduce/plan.ts";
import { reduceByReference } from "../../src/reduce/reference.ts";
import { reduceByKernels } from "../../src/reduce/reordered.ts";
import { type ArrayEntry, type Home, makeArray, outcome, type Refusal, readCorpus } from "../array/corpus.ts";
import { Tally } from "../array/tally.ts";

type Answer = { readonly shape: readonly number[]; readonly indices: readonly number[] } | Refusal;

interface Case {
  readonly group: string;
  readonly name: string;
  readonly array: number;
  readonly answers: readonly (readonly [keyof typeof functions, axis: number | null, keepdims: boolean, Answer])[];
}

const functions = { argmin, argmax, nanargmin, nanargmax };
const corpus = readCorpus<Case>("reductions");

export const { numpy } = corpus;

/** The groups of reductions.json, by what is hard about their arrays. */
export const reductionGroups = [...new Set(corpus.cases.map(({ group }) => group))];

/** What the arrays of a group are called. */
export function namesIn(chosen: string): string[] {
  return corpus.cases.filter(({ group }) => group === chosen).map(({ name }) => name);
}

/** Reduces the arrays of one group through the public functions and compares. */
export function compareReductions(chosen: string, home: Home): Tally {
  const tally = new Tally(chosen);
  for (const { group, name, array, answers } of corpus.cases) {
    if (group !== chosen) continue;
    const a = makeArray(corpus.arrays[array] as ArrayEntry, home);
    for (const [operation, axis, keepdims, answer] of answers) {
      const ours = outcome(() =>
        answerOf(keepdims ? functions[operation](a, axis, { keepdims }) : functions[operation](a, axis)),
      );
      tally.compare(() => `${operation} of ${name}, axis ${axis}, in ${home} memory`, ours, answer);
    }
    free(a);
  }
  return tally;
}

/** Reduces every array by one way alone, which the public functions would choose by size and dtype. */
export function compareWay(way: "kernel" | "reference"): Tally {
  const tally = new Tally(way);
  for (const { name, array, answers } of corpus.cases) {
    const a = makeArray(corpus.arrays[array] as ArrayEntry);
    for (const [operation, axis, , answer] of answers) {
      if ("error" in answer) continue;
      const checked = axis === null || a.ndim === 0 ? null : (axis + a.ndim) % a.ndim;
      const skipNan = operation.startsWith("nan") && /^(float|complex)/.test(a.dtype);
      const plan = makePlan(operation.endsWith("min") ? "argmin" : "argmax", skipNan, a, checked);
      const indices = new Float64Array(plan.lanes);
      if (way === "reference") reduceByReference(plan, indices);
      else if (!reduceByKernels(plan, indices)) continue;
      tally.compare(() => `${operation} of ${name}, axis ${axis}`, [...indices], answer.indices);
    }
    free(a);
  }
  return tally;
}

function answerOf(result: NdArray): Answer {
  return { shape: result.shape, indices: Array.from(result.data as Int32Array | Float64Array) };
}
