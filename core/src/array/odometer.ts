interface Walk {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** Visits the positions of a shape in C order, relative to its start; the innermost dimension is left to the caller's own loop. */
export class Odometer {
  /** Of the current run's first element, in elements. */
  position = 0;
  /** Elements in one run, and the stride between them. */
  readonly runLength: number;
  readonly runStride: number;
  readonly #shape: readonly number[];
  readonly #strides: readonly number[];
  readonly #index: number[];

  constructor(walk: Walk) {
    const last = walk.shape.length - 1;
    this.runLength = last < 0 ? 1 : (walk.shape[last] as number);
    this.runStride = last < 0 ? 0 : (walk.strides[last] as number);
    this.#shape = walk.shape;
    this.#strides = walk.strides;
    this.#index = new Array<number>(Math.max(last, 0)).fill(0);
  }

  /** Back to the first run. */
  reset(): void {
    this.position = 0;
    this.#index.fill(0);
  }

  /** Goes to the next run. False at the end, where the odometer stands at the start again. */
  advance(): boolean {
    for (let k = this.#index.length - 1; k >= 0; k--) {
      const next = (this.#index[k] as number) + 1;
      const stride = this.#strides[k] as number;
      if (next < (this.#shape[k] as number)) {
        this.#index[k] = next;
        this.position += stride;
        return true;
      }
      this.position -= (next - 1) * stride;
      this.#index[k] = 0;
    }
    return false;
  }
}
