/**
 * Where the lanes of a reduction belong in the result, when they are walked in another order than the result's: their dimensions,
 * the outermost first, and what a step along each adds to the position in the result.
 */
export type Places = readonly { readonly length: number; readonly step: number }[];

/** The position in the result of the lane that is walked as the `lane`th. Without places that is `lane`. */
export function placeOf(places: Places, lane: number): number {
  if (places.length === 0) return lane;
  let rest = lane;
  let place = 0;
  for (let d = places.length - 1; d >= 0; d--) {
    const { length, step } = places[d] as Places[number];
    place += (rest % length) * step;
    rest = Math.floor(rest / length);
  }
  return place;
}

/** Puts the indices of lanes that are walked one after the other where they belong. */
export function placeRun(indices: Int32Array, first: number, places: Places, result: Int32Array | Float64Array): void {
  const innermost = places.at(-1);
  if (innermost === undefined) {
    result.set(indices, first);
    return;
  }
  const { length, step } = innermost;
  for (let k = 0; k < indices.length; ) {
    let place = placeOf(places, first + k);
    const end = Math.min(indices.length, k + length - ((first + k) % length));
    for (; k < end; k++, place += step) result[place] = indices[k] as number;
  }
}
