/** Something that was done to cells, as undo and redo need it. Texts by their numbers in the pool. */
export interface Step {
  /** What was done, as a sentence names it: `edit of 1 cell`. */
  readonly name: string;
  readonly keys: Float64Array;
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** About what it takes, in bytes, its texts among it. */
  readonly bytes: number;
}
