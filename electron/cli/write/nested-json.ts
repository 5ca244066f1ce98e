/** JSON of a nested array of this shape, piece by piece. `element` gives the `k`-th element in C order; alone, for 0-d. */
export function* nestedJson(shape: readonly number[], element: (k: number) => string): Generator<string> {
  let next = 0;
  yield* level(0);

  function* level(axis: number): Generator<string> {
    const length = shape[axis];
    if (length === undefined) {
      yield element(next++);
      return;
    }
    yield "[";
    for (let k = 0; k < length; k++) {
      if (k > 0) yield ", ";
      // The innermost elements are written here: a generator for each would cost more than they do.
      if (axis === shape.length - 1) yield element(next++);
      else yield* level(axis + 1);
    }
    yield "]";
  }
}
