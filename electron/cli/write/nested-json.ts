/** Text that is gathered before it is given on, in UTF-16 units: a generator that gives single numbers is slow. */
const pieceLength = 1 << 14;

/** JSON of a nested array of this shape, piece by piece. `element` gives the `k`-th element in C order; alone, for 0-d. */
export function* nestedJson(shape: readonly number[], element: (k: number) => string): Generator<string> {
  const innermost = shape.length - 1;
  let text = "";
  let next = 0;
  if (innermost < 0) text = element(0);
  else yield* level(0);
  yield text;

  function* level(axis: number): Generator<string> {
    const length = shape[axis] as number;
    text += "[";
    for (let k = 0; k < length; k++) {
      if (k > 0) text += ", ";
      if (axis < innermost) yield* level(axis + 1);
      else text += element(next++);
      if (text.length < pieceLength) continue;
      yield text;
      text = "";
    }
    text += "]";
  }
}
