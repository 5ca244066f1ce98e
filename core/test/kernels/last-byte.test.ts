import { reductionKernels } from "@argscope/core/memory/kernel-instance.ts";
import { expect, test } from "vitest";

// Kernels ask for memory before they need it. An array may end where memory does: what lies behind is no address.

const FLOAT64 = 0;
const LEAST = 0;
const SCRATCH = 1024;
const WINNERS = SCRATCH + 128 * 1024;
const TABLE = 512;
/** A megabyte and a quarter; less than what is asked for ahead, and a little more. */
const SIZES = [1_310_720, 65_000, 65_536 + 4_100];

/** Sevens up to the last byte of a memory, and a six there. */
function sevens(elements: number) {
  const memory = new WebAssembly.Memory({ initial: 40, maximum: 40, shared: true });
  const start = memory.buffer.byteLength - 8 * elements;
  const data = new Float64Array(memory.buffer, start).fill(7);
  data[elements - 1] = 6;
  const winners = (count: number) => Array.from(new Int32Array(memory.buffer, WINNERS, count));
  return { memory, start, winners, kernels: reductionKernels.over(memory) };
}

const zeros = (count: number): number[] => new Array(count).fill(0);

test.each([2, 8, 20, 63, 64, 65, 100, 200, 255, 256, 700, 3000])("rows of %i columns", (columns) => {
  for (const rows of SIZES.map((bytes) => Math.floor(bytes / (8 * columns)))) {
    const { start, winners, kernels } = sevens(rows * columns);
    kernels.columns(FLOAT64, LEAST, start, rows, columns * 8, columns, 1, 0, SCRATCH, WINNERS);
    expect(winners(columns)).toEqual([...zeros(columns - 1), rows - 1]);
  }
});

test.each([2, 3, 6, 8, 9, 12, 16, 20, 21, 100, 127, 128, 1000, 8125])("lanes of %i elements", (n) => {
  for (const count of SIZES.map((bytes) => Math.min(60_000, Math.floor(bytes / (8 * n))))) {
    const { start, winners, kernels } = sevens(n * count);
    kernels.lanes(FLOAT64, LEAST, start, n, count, n * 8, 1, 0, SCRATCH, WINNERS);
    expect(winners(count)).toEqual([...zeros(count - 1), n - 1]);
  }
});

test("lanes with a gap between them, but none behind the last", () => {
  for (const [n, gap] of [
    [20, 1],
    [20, 7],
    [128, 7],
    [1000, 7],
  ] as const) {
    const step = n + gap;
    const count = Math.floor(131_072 / step);
    const { start, winners, kernels } = sevens(step * (count - 1) + n);
    kernels.lanes(FLOAT64, LEAST, start, n, count, step * 8, 1, 0, SCRATCH, WINNERS);
    expect(winners(count)).toEqual([...zeros(count - 1), n - 1]);
  }
});

test("a whole array in Fortran order", () => {
  for (const elements of SIZES.map((bytes) => Math.floor(bytes / 16) * 2)) {
    const { memory, start, kernels } = sevens(elements);
    // Two rows, so that the last element in memory is the last in C order: stride and what a step adds to the rank.
    new Uint32Array(memory.buffer, TABLE, 4).set([2, 1, 1, elements / 2]);
    expect(kernels.ravel(FLOAT64, LEAST, start, elements, 0, TABLE, 2)).toBe(elements - 1);
  }
});
