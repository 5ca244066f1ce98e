/**
 * Which rows, or columns, are shown and in which order. A **place** is a position among those shown, counted from 0; an
 * **index** is the array's own position, which sorting and filtering never change.
 */
export interface Arrangement {
  /** How many are shown. */
  readonly count: number;
  /** The index at a place; the place must be one of those shown. */
  at(place: number): number;
  /** The place of an index; -1 where it is filtered out or hidden. */
  placeOf(index: number): number;
}

/** All of them, in the array's order. Costs nothing whatever the count. */
export function inOrder(count: number): Arrangement {
  return { count, at: (place) => place, placeOf: (index) => (index >= 0 && index < count ? index : -1) };
}

/** @param indices  by place. @param places  by index, -1 for what is not shown. */
export function arranged(indices: ArrayLike<number>, places: ArrayLike<number>): Arrangement {
  return { count: indices.length, at: (place) => indices[place] as number, placeOf: (index) => places[index] ?? -1 };
}

/** From the indices alone, of `count` that there are. */
export function arrangedBy(indices: readonly number[], count: number): Arrangement {
  const places = new Int32Array(count).fill(-1);
  for (let place = 0; place < indices.length; place++) places[indices[place] as number] = place;
  return arranged(Int32Array.from(indices), places);
}
