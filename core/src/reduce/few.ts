// A loop for each kind of typed array: the engine reads elements fast only where it has seen a single kind. `!(x >= best)` is
// true of a smaller value and of NaN, so a second question is asked only where the winner changes: nothing beats a NaN.

/** The index, from `start` on, of the first of the smallest elements of a few; of the first NaN where there is one. */
export function leastOfFewDoubles(data: Float64Array, start: number, length: number): number {
  let best = data[start] as number;
  let winner = 0;
  for (let k = 1; k < length; k++) {
    const value = data[start + k] as number;
    if (!(value >= best)) {
      if (Number.isNaN(best)) break;
      best = value;
      winner = k;
    }
  }
  return winner;
}

/** As `leastOfFewDoubles`, of the greatest. */
export function greatestOfFewDoubles(data: Float64Array, start: number, length: number): number {
  let best = data[start] as number;
  let winner = 0;
  for (let k = 1; k < length; k++) {
    const value = data[start + k] as number;
    if (!(value <= best)) {
      if (Number.isNaN(best)) break;
      best = value;
      winner = k;
    }
  }
  return winner;
}

/** As `leastOfFewDoubles`, of float32. */
export function leastOfFewSingles(data: Float32Array, start: number, length: number): number {
  let best = data[start] as number;
  let winner = 0;
  for (let k = 1; k < length; k++) {
    const value = data[start + k] as number;
    if (!(value >= best)) {
      if (Number.isNaN(best)) break;
      best = value;
      winner = k;
    }
  }
  return winner;
}

/** As `greatestOfFewDoubles`, of float32. */
export function greatestOfFewSingles(data: Float32Array, start: number, length: number): number {
  let best = data[start] as number;
  let winner = 0;
  for (let k = 1; k < length; k++) {
    const value = data[start + k] as number;
    if (!(value <= best)) {
      if (Number.isNaN(best)) break;
      best = value;
      winner = k;
    }
  }
  return winner;
}
