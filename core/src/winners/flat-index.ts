/** The full index of the element that is `flat`-th in C order. */
export function flatIndex(flat: number, shape: readonly number[]): number[] {
  const index = new Array<number>(shape.length).fill(0);
  let rest = flat;
  for (let k = shape.length - 1; k >= 0; k--) {
    const length = shape[k] as number;
    index[k] = rest % length;
    rest = Math.floor(rest / length);
  }
  return index;
}
