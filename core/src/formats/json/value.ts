import { TooLarge } from "../../table/too-large.ts";

/** What the elements of an array were: bits of `Numbers.met`. */
export const MET = { integer: 1, float: 2, bool: 4, none: 8 } as const;

/** An array of numbers, all of one shape: a piece of the number store, in C order. */
export interface Numbers {
  readonly kind: "numbers";
  /** Its first element's place in the store. */
  readonly start: number;
  readonly shape: readonly number[];
  readonly met: number;
}

/** Any other array. */
export interface List {
  readonly kind: "list";
  readonly items: readonly JsonValue[];
}

/** A value in a cell of a record. Lists and objects in it are their text. */
export type JsonCell = number | bigint | string | boolean | TooLarge | null;

/** An array of objects: a column for each property, in first-seen order; a cell that its object does not have is null. */
export interface Records {
  readonly kind: "records";
  readonly rows: number;
  readonly columns: readonly RecordColumn[];
}

export interface RecordColumn {
  readonly heading: string;
  readonly cells: readonly JsonCell[];
  /** Some number was written as a fraction. */
  readonly fractional: boolean;
}

/** An object. A Map, for a property may be named `__proto__`. */
export interface JsonObject {
  readonly kind: "object";
  readonly members: ReadonlyMap<string, JsonValue>;
}

export type JsonValue = JsonCell | Numbers | List | Records | JsonObject;

/** The value is one cell, neither a list nor an object. */
export function isCell(value: JsonValue): value is JsonCell {
  return value === null || typeof value !== "object" || value instanceof TooLarge;
}
