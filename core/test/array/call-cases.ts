import { broadcastTo } from "../../src/array/broadcast.ts";
import type { Scalar } from "../../src/array/scalar.ts";
import * as core from "../../src/index.ts";
import { NdArray } from "../../src/index.ts";
import { type ArrayEntry, makeArray, outcome, type Refusal, readCorpus } from "./corpus.ts";
import { type PlainValue, plainValue } from "./plain-value.ts";
import { Tally } from "./tally.ts";

/** A result as the corpus writes it. `view`: whether it shares memory with the first argument. */
type Outcome =
  | { dtype: string; shape: readonly number[]; values: readonly PlainValue[]; view?: boolean }
  | { scalar: PlainValue }
  | Refusal
  | Outcome[];

interface Case {
  readonly group: keyof typeof functions;
  readonly arguments: readonly unknown[];
  readonly result: Outcome;
}

const functions = {
  argmin: core.argmin,
  argmax: core.argmax,
  nanargmin: core.nanargmin,
  nanargmax: core.nanargmax,
  slice: core.slice,
  item: (a: NdArray, index: number[]) => a.item(...index),
  reshape: core.reshape,
  transpose: core.transpose,
  broadcastTo,
  field: core.field,
  takeAlongAxis: core.takeAlongAxis,
  unravelIndex: core.unravelIndex,
  ravelMultiIndex: core.ravelMultiIndex,
  fromNested: core.fromNested,
  empty: (shape: number[]) => {
    const a = core.empty(shape, "float64");
    a.data.fill(0 as never);
    return a;
  },
};

const corpus = readCorpus<Case>("calls");

/** The names of the functions that calls.json calls. */
export const calledFunctions = [...new Set(corpus.cases.map(({ group }) => group))];

/** Calls one function as the corpus does and compares. */
export function compareCalls(name: keyof typeof functions): Tally {
  const tally = new Tally(name);
  for (const { group, arguments: given, result } of corpus.cases) {
    if (group !== name) continue;
    // The arguments are what anybody may pass at run time, which is more than the types let through.
    const run = functions[group] as (...values: unknown[]) => unknown;
    const passed = given.map(decode);
    const what = () => `${group}(${JSON.stringify(given)}) of ${given.map(describeArgument).join(" ")}`;
    tally.compare(
      what,
      outcome(() => describeResult(group, run(...passed), passed[0])),
      result,
    );
  }
  return tally;
}

function decode(argument: unknown): unknown {
  if (Array.isArray(argument)) return argument.map(decode);
  if (typeof argument !== "object" || argument === null) return argument;
  if ("array" in argument) return makeArray(corpus.arrays[argument.array as number] as ArrayEntry);
  if ("bigint" in argument) return BigInt(argument.bigint as string);
  if ("bytes" in argument) return Uint8Array.from(argument.bytes as number[]);
  if ("float" in argument) return Number((argument.float as string).replace("inf", "Infinity"));
  if ("options" in argument) {
    return Object.fromEntries(Object.entries(argument.options as object).map(([key, inner]) => [key, decode(inner)]));
  }
  return argument;
}

function describeArgument(argument: unknown): string {
  if (typeof argument !== "object" || argument === null || !("array" in argument)) return "";
  const entry = corpus.arrays[argument.array as number] as ArrayEntry;
  return "npy" in entry ? "a big-endian array" : `${entry.dtype} (${entry.shape})`;
}

function describeResult(group: string, result: unknown, first: unknown): Outcome {
  if (Array.isArray(result)) return result.map((part) => describeResult(group, part, first));
  if (!(result instanceof NdArray)) return { scalar: plainValue(result as Scalar) };
  const values = result.size === 0 ? [] : ([result.toNested()] as unknown[]).flat(64);
  const dtype = result.dtype === "intp" ? "int64" : result.dtype;
  const described = { dtype, shape: result.shape, values: (values as Scalar[]).map(plainValue) };
  return group === "reshape" && result.size > 0 ? { ...described, view: result.data === (first as NdArray).data } : described;
}
