/**
 * A sum of floats beside what rounding took from it: together they hold almost twice the digits, so the order of adding does
 * not matter to the result.
 *
 * @see Donald E. Knuth, The Art of Computer Programming, volume 2, 4.2.2, theorem B
 */
export class TwoSum {
  #sum: number;
  #rest: number;

  constructor(sum = 0, rest = 0) {
    this.#sum = sum;
    this.#rest = rest;
  }

  add(value: number): void {
    const sum = this.#sum;
    const next = sum + value;
    const part = next - sum;
    this.#rest += sum - (next - part) + (value - part);
    this.#sum = next;
  }

  /** What left the range of numbers has no rest: infinity stays what it is. */
  get parts(): { readonly sum: number; readonly rest: number } {
    return { sum: this.#sum, rest: Number.isFinite(this.#sum) ? this.#rest : 0 };
  }
}
