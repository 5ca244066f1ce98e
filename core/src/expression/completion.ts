import type { Dtype } from "../array/dtype.ts";
import { DTYPE_NAMES, isPythonType } from "../array/written-dtype.ts";
import type { Parameter } from "./bind.ts";
import { type Around, aroundCaret, type OpenCall } from "./caret.ts";
import { compile } from "./compile.ts";
import { ExpressionError, type Span } from "./expression-error.ts";
import { DEFAULT_RNG, FUNCTIONS, INTEGERS, METHODS } from "./functions.ts";
import { type Described, describeView } from "./view.ts";

/** A text that may stand where the caret is. */
export interface Candidate {
  /** What goes into the range: `argmin(`, `axis=`, `T`. */
  readonly text: string;
  readonly kind: "array" | "module" | "function" | "method" | "attribute" | "argument" | "value";
}

/** Candidates, best first, and the piece of the text that one of them replaces. */
export interface Completion extends Span {
  readonly candidates: readonly Candidate[];
}

/** Arguments that are refused anyway are not offered. */
const OFFERED = new Set(["axis", "keepdims", "dtype", "shape", "axes", "fill_value", "k", "size", "endpoint", "step"]);

/**
 * What may be written at the caret.
 *
 * @param written the whole text.
 * @param caret UTF-16 units from 0.
 * @param a     shape and dtype of the open array, for the axes that there are; or `null`.
 */
export function complete(written: string, caret: number, a: Described | null): Completion {
  const around = aroundCaret(written, caret);
  const { word } = around;
  const fitting = all(around, a).filter(({ text }) => text.toLowerCase().startsWith(word.toLowerCase()));
  // Those that are written in the same letters come first.
  const candidates = fitting.toSorted((x, y) => Number(y.text.startsWith(word)) - Number(x.text.startsWith(word)));
  return { start: around.start, end: around.end, candidates };
}

function all(around: Around, a: Described | null): Candidate[] {
  switch (around.place) {
    case "start":
      return [...array(a), numpy];
    case "module":
      return [
        ...of("function", FUNCTIONS.keys(), "("),
        { text: "random", kind: "module" },
        ...of("value", ["nan", "inf", "newaxis"]),
      ];
    case "random":
      return of("function", ["default_rng"], "(");
    case "generator":
      return of("method", ["integers"], "(");
    case "member":
      return [...of("method", METHODS.keys(), "("), ...of("attribute", ["T", "shape"])];
    case "dtype":
      return of(
        "value",
        DTYPE_NAMES.filter((dtype) => !isPythonType(dtype)),
      );
    case "index":
      return [numpy, { text: "None", kind: "value" }];
    case "list":
      return [numpy, ...of("value", ["nan", "inf", "True", "False"])];
    case "argument":
      return argumentsOf(around.call, a);
    case "value":
      return valuesOf(around.call, around.name, a);
    case "nowhere":
      return [];
  }
}

const numpy: Candidate = { text: "np", kind: "module" };

function array(a: Described | null): Candidate[] {
  return a === null ? [] : [{ text: "a", kind: "array" }];
}

function of(kind: Candidate["kind"], names: Iterable<string>, behind = ""): Candidate[] {
  return Array.from(names, (name) => ({ text: name + behind, kind }));
}

function parametersOf({ owner, name }: OpenCall): readonly Parameter[] {
  if (owner === "module") return FUNCTIONS.get(name) ?? [];
  if (owner === "random") return name === "default_rng" ? DEFAULT_RNG : [];
  if (owner === "generator") return name === "integers" ? INTEGERS : [];
  return METHODS.get(name) ?? [];
}

/** The arguments by name that are not given yet, and an array where one may stand. */
function argumentsOf(call: OpenCall, a: Described | null): Candidate[] {
  const free = parametersOf(call).filter(({ name }, k) => k >= call.places && !call.names.includes(name));
  const named = free.filter(({ name, passing }) => passing !== "place" && OFFERED.has(name)).map(({ name }) => name);
  const next = call.names.length > 0 ? undefined : parametersOf(call)[call.places];
  const byPlace = next === undefined || next.passing === "name" ? [] : placeValues(call, next.name, a);
  return [...byPlace, ...of("argument", named, "=")];
}

function placeValues(call: OpenCall, name: string, a: Described | null): Candidate[] {
  if (name === "a" || name === "indices" || name === "shape") return [...array(a), numpy];
  return valuesOf(call, name, a);
}

function valuesOf(call: OpenCall, name: string, a: Described | null): Candidate[] {
  switch (name) {
    case "axis":
      return of("value", ["None", ...Array.from({ length: ndimOf(call, a) }, (_, axis) => String(axis))]);
    case "keepdims":
    case "endpoint":
      return of("value", ["True", "False"]);
    case "dtype":
      return of(
        "value",
        DTYPE_NAMES.map((dtype) => (isPythonType(dtype) ? dtype : `np.${dtype}`)),
      );
    default:
      return name === "a" || name === "shape" ? [...array(a), numpy] : [];
  }
}

/** Dimensions of the array that a call reduces; 0 while its text is not understood. */
function ndimOf({ array }: OpenCall, a: { readonly shape: readonly number[]; readonly dtype: Dtype } | null): number {
  try {
    const program = compile(array);
    return program.final === null ? describeView(program, a).ndim : 0;
  } catch (error) {
    if (error instanceof ExpressionError) return 0;
    throw error;
  }
}
