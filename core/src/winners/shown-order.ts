/** What an operand takes along one dimension of the array that the grid shows: from `start` on, as its own dimension `axis`. */
export interface Part {
  readonly start: number;
  readonly count: number;
  /** `null`: an integer took the dimension away. */
  readonly axis: number | null;
}

/** What the grid shows of an array, and the part of it that an answer is about; one entry a dimension. */
export interface SightOrder {
  readonly lengths: readonly number[];
  readonly parts: readonly Part[];
  readonly rowAxis: number | null;
  readonly columnAxis: number | null;
  readonly fixed: readonly number[];
  /** The array's row at each place of the grid; `null`: as they are. */
  readonly rows: ArrayLike<number> | null;
  readonly columns: ArrayLike<number> | null;
}

const NOTHING: Part = { start: 0, count: 1, axis: null };

/** One side of the grid: its places against the operand's positions along that dimension. */
export class Side {
  /** Places that the grid shows. */
  readonly length: number;
  /** Positions that the operand has, and its dimension; `null`: it has one position and no dimension. */
  readonly count: number;
  readonly axis: number | null;
  readonly #start: number;
  readonly #order: ArrayLike<number> | null;
  readonly #places: Int32Array | null;

  constructor(extent: number, { start, count, axis }: Part, order: ArrayLike<number> | null) {
    this.length = order === null ? extent : order.length;
    this.count = count;
    this.axis = axis;
    this.#start = start;
    this.#order = order;
    this.#places = order === null ? null : inverse(extent, order);
  }

  /** Places and positions are the same. */
  get isPlain(): boolean {
    return this.#order === null && this.#start === 0 && this.count === this.length;
  }

  /** -1: the grid does not show it. */
  placeOf(position: number): number {
    return this.#places === null ? position + this.#start : (this.#places[position + this.#start] as number);
  }

  /** The place of a row or column of the array that the grid shows. */
  placeInArray(position: number): number {
    return this.#places === null ? position : (this.#places[position] as number);
  }

  /** The row or column of the array that the grid shows. */
  inArray(position: number): number {
    return position + this.#start;
  }

  arrayAt(place: number): number {
    return this.#order === null ? place : (this.#order[place] as number);
  }

  /** Where an element of the operand stands along this side. */
  of(index: readonly number[]): number {
    return this.axis === null ? 0 : (index[this.axis] as number);
  }
}

function inverse(extent: number, order: ArrayLike<number>): Int32Array {
  const places = new Int32Array(extent).fill(-1);
  // What lies beyond the extent, such as a column of text, falls outside of the typed array and leaves no trace.
  for (let place = 0; place < order.length; place++) places[order[place] as number] = place;
  return places;
}

/** A dimension that the grid does not show: it stands at one position of it. */
export interface Other extends Part {
  /** Of the array that the grid shows. */
  readonly dimension: number;
  readonly fixed: number;
}

/** The grid over an array: which slice, and where each row and column of an operand stands in it. */
export class ShownOrder {
  readonly rows: Side;
  readonly columns: Side;
  readonly others: readonly Other[];
  readonly ndim: number;
  readonly rowAxis: number | null;
  readonly columnAxis: number | null;

  constructor({ lengths, parts, rowAxis, columnAxis, fixed, rows, columns }: SightOrder) {
    const side = (axis: number | null, order: ArrayLike<number> | null): Side =>
      axis === null ? new Side(1, NOTHING, null) : new Side(lengths[axis] as number, parts[axis] as Part, order);
    this.rows = side(rowAxis, rows);
    this.columns = side(columnAxis, columns);
    this.ndim = lengths.length;
    this.rowAxis = rowAxis;
    this.columnAxis = columnAxis;
    this.others = parts.flatMap((part, dimension) =>
      dimension === rowAxis || dimension === columnAxis ? [] : [{ ...part, dimension, fixed: fixed[dimension] ?? 0 }],
    );
  }

  /** Whether the slice that the grid shows holds any of the operand. */
  get meetsOperand(): boolean {
    return this.others.every(({ fixed, start, count }) => fixed >= start && fixed < start + count);
  }

  /** Whether an element of the operand lies in the slice that the grid shows. */
  isInSlice(index: readonly number[]): boolean {
    return this.others.every(({ axis, start, fixed }) => (axis === null ? 0 : (index[axis] as number)) + start === fixed);
  }
}
