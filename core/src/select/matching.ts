import { elementOf } from "../array/element.ts";
import { halfToNumber } from "../array/half.ts";
import type { NdArray } from "../array/ndarray.ts";
import { valueText } from "../export/value-text.ts";
import { comparing, type Query } from "./query.ts";

/** Whether the cell at a position of the block (in elements) is one that is looked for. */
export type CellMatch = (position: number) => boolean;

/** Whether a text is one that is looked for. */
export type TextMatch = (text: string) => boolean;

const NEVER = (): boolean => false;

/** What a text of digits, signs and the words for what is no number can be a part of. Anything else is in no number's text. */
const IN_NUMBERS = /^[\d+\-.eE,_]*$/u;
const WORDS = ["nan", "inf", "-inf", "true", "false", "nat"];

/** How the numbers of an array are matched. */
export function cellMatch({ dtype, data }: Pick<NdArray, "dtype" | "data">, query: Query): CellMatch {
  const { kind } = elementOf(dtype);
  const read = numberReader(kind, data);
  const inText = textMatch(query);
  const byText: CellMatch = (position) => inText(valueText(dtype, data, position));
  if (read === null) return query.kind === "text" || query.kind === "whole" ? byText : NEVER;
  const isNan: CellMatch = (position) => isMissing(read(position));
  switch (query.kind) {
    case "text":
      // The word for it is all that is looked for, and no digit has to be written.
      if (/^nan$/iu.test(query.text)) return isNan;
      return isInNumbers(query.text) ? byText : NEVER;
    case "number": {
      const compares = comparing(query.comparison, comparable(kind, query.value));
      // NumPy's comparisons with NaN: only "not equal" holds, and that is not what someone means who looks for numbers.
      return (position) => {
        const value = read(position);
        return compares(value) && !isMissing(value);
      };
    }
    case "missing":
      return query.isWanted ? isNan : (position) => !isNan(position);
    case "whole":
      return NEVER;
  }
}

/** Of one type with the elements wherever nothing is lost by it: comparing a number with a bigint takes ten times as long. */
function comparable(kind: string, value: number | bigint): number | bigint {
  const isBig = kind === "bigint" || kind === "biguint";
  if (isBig) return typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : value;
  return typeof value === "bigint" && BigInt(Number(value)) === value ? Number(value) : value;
}

/** How texts are matched. */
export function textMatch(query: Query): TextMatch {
  switch (query.kind) {
    case "text":
      return (text) => (query.matchCase ? text : text.toLowerCase()).includes(query.text);
    case "whole":
      return (text) => ((query.matchCase ? text : text.toLowerCase()) === query.text) === query.isWanted;
    case "number":
      return query.comparison === "=" ? (text) => text === String(query.value) : NEVER;
    case "missing":
      return NEVER;
  }
}

function isInNumbers(text: string): boolean {
  const lower = text.toLowerCase();
  return IN_NUMBERS.test(text) || WORDS.some((word) => word.includes(lower));
}

function isMissing(value: number | bigint): boolean {
  return value !== value;
}

/** Reads elements as numbers; null where they are none. */
function numberReader(kind: string, data: NdArray["data"]): ((position: number) => number | bigint) | null {
  switch (kind) {
    case "bool":
    case "int":
    case "uint":
    case "intp":
    case "float":
    case "bigint":
    case "biguint":
      return (position) => data[position] as number | bigint;
    case "half":
      return (position) => halfToNumber(data[position] as number);
    default:
      return null;
  }
}
