import type { SharedEdits } from "../contract/editing.ts";

/** Which cell: of a column of labels by row, or of the array (`label` null) by its place in the array's block. */
export interface CellName {
  readonly label: number | null;
  readonly place: number;
}

/** The one number of a cell. Labels are counted downwards from -1, column by column. */
export function keyOf(label: number | null, place: number, labelRows: number): number {
  return label === null ? place : -1 - (label * labelRows + place);
}

export function cellOf(key: number, labelRows: number): CellName {
  if (key >= 0) return { label: null, place: key };
  const label = Math.floor((-1 - key) / labelRows);
  return { label, place: -1 - key - label * labelRows };
}

/** Rows of each column of labels; 1 where there is none. */
export function labelRowsOf(labels: readonly { readonly rows: number }[]): number {
  return Math.max(1, labels[0]?.rows ?? 1);
}

const TWO_32 = 2 ** 32;

/** The slot at which the search for a key begins. `slots` is a power of two. */
export function firstSlot(key: number, slots: number): number {
  const mixed = Math.imul((key | 0) ^ Math.imul((key / TWO_32) | 0, 0x85ebca6b), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (slots - 1);
}

/** Which entry a cell has; -1: it has none. */
export function entryOf({ slots, keys }: Pick<SharedEdits, "slots" | "keys">, key: number): number {
  const last = slots.length - 1;
  for (let slot = firstSlot(key, slots.length); ; slot = (slot + 1) & last) {
    const entry = (slots[slot] as number) - 1;
    if (entry < 0 || keys[entry] === key) return entry;
  }
}
