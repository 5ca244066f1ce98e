import type { NanRule, Operation } from "../contract/worker.ts";
import type { Parameter } from "./bind.ts";

/** What one of the eight reductions answers, and of which kin it is. */
interface ReductionName {
  readonly answers: "indices" | "values";
  readonly operation: Operation;
  readonly nan: NanRule;
}

const REDUCTIONS: ReadonlyMap<string, ReductionName> = new Map([
  ["argmin", { answers: "indices", operation: "argmin", nan: "numpy" }],
  ["argmax", { answers: "indices", operation: "argmax", nan: "numpy" }],
  ["nanargmin", { answers: "indices", operation: "argmin", nan: "skip" }],
  ["nanargmax", { answers: "indices", operation: "argmax", nan: "skip" }],
  ["min", { answers: "values", operation: "argmin", nan: "numpy" }],
  ["max", { answers: "values", operation: "argmax", nan: "numpy" }],
  ["nanmin", { answers: "values", operation: "argmin", nan: "skip" }],
  ["nanmax", { answers: "values", operation: "argmax", nan: "skip" }],
]);

export function reductionOf(name: string): ReductionName | undefined {
  return REDUCTIONS.get(name);
}

const either = (name: string, required = false): Parameter => ({ name, passing: "either", required });
const byPlace = (name: string): Parameter => ({ name, passing: "place", required: true });
const byName = (name: string): Parameter => ({ name, passing: "name", required: false });

const ARRAY = either("a", true);
// numpy/_core/fromnumeric.py: `keepdims` of argmin and its kin has no place, that of min has.
const OF_INDICES = [either("axis"), either("out"), byName("keepdims")];
const OF_VALUES = [either("axis"), either("out"), either("keepdims"), either("initial"), either("where")];
const LIKE = byName("like");

/** NumPy's functions that are understood, behind `np.` or `numpy.`, with the parameters of NumPy 2.4's signatures. */
export const FUNCTIONS: ReadonlyMap<string, readonly Parameter[]> = new Map([
  ...[...REDUCTIONS].map(([name, { answers }]) => {
    const rest = answers === "indices" ? OF_INDICES : OF_VALUES;
    return [name, [ARRAY, ...rest]] as const;
  }),
  ["unravel_index", [either("indices", true), either("shape", true), either("order")]],
  ["array", [byPlace("object"), either("dtype"), byName("copy"), byName("order"), byName("subok"), byName("ndmin")]],
  ["arange", [either("start"), either("stop"), either("step"), either("dtype"), byName("device"), LIKE]],
  ["zeros", [either("shape", true), either("dtype"), either("order"), LIKE]],
  ["ones", [either("shape", true), either("dtype"), either("order"), LIKE]],
  ["full", [either("shape", true), either("fill_value", true), either("dtype"), either("order"), LIKE]],
  ["eye", [either("N", true), either("M"), either("k"), either("dtype"), either("order"), LIKE]],
  ["reshape", [byPlace("a"), either("shape", true), either("order"), byName("copy")]],
  ["transpose", [ARRAY, either("axes")]],
  ["broadcast_to", [either("array", true), either("shape", true), either("subok")]],
]);

/** The methods of an array that are understood. `reshape` and `transpose` take as many lengths or axes as there are. */
export const METHODS: ReadonlyMap<string, readonly Parameter[] | null> = new Map([
  ["argmin", OF_INDICES],
  ["argmax", OF_INDICES],
  ["min", OF_VALUES],
  ["max", OF_VALUES],
  ["reshape", null],
  ["transpose", null],
]);

/** `np.random.default_rng(seed).integers(…)`. */
export const DEFAULT_RNG: readonly Parameter[] = [either("seed")];
export const INTEGERS: readonly Parameter[] = [
  either("low", true),
  either("high"),
  either("size"),
  either("dtype"),
  either("endpoint"),
];
