import type { Control, Reduction, SharedArray } from "./worker.ts";

/** What the grid shows of the array whose part, or whole, an answer is about; and in which order. */
export interface Sight {
  /** Shape of the array that the grid shows. */
  readonly lengths: readonly number[];
  /** What the reduction's operand takes of it, by dimension: `axis` is the operand's own; null where an integer took it away. */
  readonly parts: readonly { readonly start: number; readonly count: number; readonly axis: number | null }[];
  /** Which dimensions run down and across; null where the array has no such dimension. */
  readonly rowAxis: number | null;
  readonly columnAxis: number | null;
  /** The position along every other dimension, by dimension. */
  readonly fixed: readonly number[];
  /** The array's row at each place of the grid, where it is sorted or filtered; null: as they are. */
  readonly rows: SharedArray | null;
  /** The same for the columns. Numbers from the array's columns on are columns of text, and hold no winner. */
  readonly columns: readonly number[] | null;
}

/** What a second look at every element tells of an answer's lanes, in the answer's C order. */
export interface Ties {
  /** Elements equal to the winner, itself not counted. dtype intp. */
  readonly counts: SharedArray;
  /** 1 where a lane holds a NaN or NaT; null where the dtype has neither. */
  readonly nan: SharedArray | null;
  /**
   * Who would win each lane without its NaNs, -1 where nothing is left; null where no NaN wins. Of infinities and NaN alone it
   * may name a NaN, as NumPy's nan-functions.
   */
  readonly runnersUp: SharedArray | null;
  readonly lanesWithTies: number;
  readonly lanesWithNan: number;
}

export type LaneColumn = "lane" | "label" | "index" | "value" | "ties";
export type LaneFilter = "all" | "ties" | "nan";

/** How the list of winners is ordered, and which lanes it leaves out. NaN comes last either way; equals stay in lane order. */
export interface LaneOrder {
  readonly column: LaneColumn;
  readonly descending: boolean;
  readonly filter: LaneFilter;
}

export interface LaneList {
  readonly count: number;
  /** The lanes in the order asked for; null: every lane in the answer's order. dtype intp. */
  readonly lanes: SharedArray | null;
}

/** A picture of where along one side of the grid the winners are, in buckets of equal length. Counts are of cells. */
export interface Rail {
  /** Rows or columns that the grid shows along it. */
  readonly length: number;
  readonly winners: Uint32Array;
  readonly ties: Uint32Array;
  /** Of each bucket the first winner, or else the first tie: its row and column in the array. -1: there is none. */
  readonly rows: Float64Array;
  readonly columns: Float64Array;
}

export interface Rails {
  readonly down: Rail;
  readonly across: Rail;
}

/** Where F8 leads: a winner, or with axis None a winner or tie. */
export interface Stop {
  /** Its full index in the array that the grid shows. */
  readonly index: readonly number[];
  readonly kind: "first" | "tie";
  /** From 1, in the grid's order, of `count`. */
  readonly number: number;
  readonly count: number;
  /** The walk went on from the other end. */
  readonly wrapped: boolean;
}

interface OfAnswer {
  readonly handle: number;
  readonly reduction: Reduction;
  readonly control: Control;
}

export interface WinnerCalls {
  ties: { takes: OfAnswer; gives: Ties };
  winners: { takes: OfAnswer & { readonly order: LaneOrder }; gives: LaneList };
  /** `ties`: looks for them too, which for lanes that have some takes a look at every element in sight. */
  rail: { takes: OfAnswer & { readonly sight: Sight; readonly buckets: number; readonly ties: boolean }; gives: Rails };
  /**
   * `from`: the full index of the cell to go on from; null: before the first of the slice. It gives null where nothing that the
   * grid shows is a winner.
   */
  walk: {
    takes: OfAnswer & { readonly sight: Sight; readonly from: readonly number[] | null; readonly direction: 1 | -1 };
    gives: Stop | null;
  };
}
