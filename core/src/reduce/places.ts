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

/** Runs that are put down side by side: of each, a line of the result gets one index, and there it must still be at hand. */
const TILE = 32;

/** Puts the indices of lanes that are walked one after the other where they belong. */
export function placeRun(indices: Int32Array, first: number, places: Places, result: Int32Array | Float64Array): void {
  const innermost = places.at(-1);
  if (innermost === undefined) {
    result.set(indices, first);
    return;
  }
  const { length, step } = innermost;
  // Where the next run's indices go next to those of this one.
  const areNeighbours = places.at(-2)?.step === 1;
  for (let k = 0; k < indices.length; ) {
    const inRun = (first + k) % length;
    const place = placeOf(places, first + k);
    const runs = areNeighbours && inRun === 0 ? Math.min(TILE, Math.floor((indices.length - k) / length)) : 0;
    const neighbours = Math.min(runs, runLeft(places, first + k));
    if (neighbours > 1) {
      placeTile(indices, k, neighbours, innermost, place, result);
      k += neighbours * length;
      continue;
    }
    const end = Math.min(indices.length, k + length - inRun);
    for (let at = place; k < end; k++, at += step) result[at] = indices[k] as number;
  }
}

/** Runs from a lane on that are of one row of the dimension next to the innermost. */
function runLeft(places: Places, lane: number): number {
  const [above, innermost] = places.slice(-2) as [Places[number], Places[number]];
  return above.length - (Math.floor(lane / innermost.length) % above.length);
}

function placeTile(
  indices: Int32Array,
  from: number,
  runs: number,
  { length, step }: Places[number],
  place: number,
  result: Int32Array | Float64Array,
): void {
  for (let k = 0, row = place; k < length; k++, row += step) {
    for (let run = 0, at = from + k; run < runs; run++, at += length) result[row + run] = indices[at] as number;
  }
}
