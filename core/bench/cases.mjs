// @ts-check

/**
 * One thing that is timed.
 *
 * @typedef {object} Case
 * @property {string} name
 * @property {string} dtype     NumPy's name
 * @property {number[]} shape
 * @property {number | null} axis
 * @property {"argmin" | "argmax" | "nanargmin"} op
 * @property {string} fill      how contenders/with_numpy.py makes the numbers
 * @property {boolean} [fortran]  the view is the transpose of a C-order array of the reversed shape
 * @property {number} [calls]   calls in one timing, for work that is too short to time alone
 * @property {number} [target]  at least so many times NumPy
 */

const million = 1_000_000;
const hundred = 100 * million;

/** @type {(name: string, shape: number[], axis: number | null, more?: Partial<Case>) => Case} */
const float64 = (name, shape, axis, more) => ({ name, dtype: "float64", shape, axis, op: "argmin", fill: "random", ...more });

/** @type {readonly Case[]} */
export const cases = [
  float64("100 M flat", [hundred], null, { target: 1 }),
  float64("10,000 × 10,000 axis 0", [10_000, 10_000], 0, { target: 30 }),
  float64("10,000 × 10,000 axis 1", [10_000, 10_000], 1, { target: 1 }),
  float64("1,000,000 × 20 axis 0", [million, 20], 0, { target: 22 }),
  float64("1,000,000 × 20 axis 1", [million, 20], 1, { target: 3 }),
  float64("20 × 1,000,000 axis 0", [20, million], 0, { target: 8 }),
  float64("20 × 1,000,000 axis 1", [20, million], 1, { target: 1 }),
  float64("80 × 960 × 1280 axis 0", [80, 960, 1280], 0, { target: 7 }),
  float64("80 × 960 × 1280 axis 1", [80, 960, 1280], 1, { target: 8 }),
  float64("80 × 960 × 1280 axis 2", [80, 960, 1280], 2, { target: 1 }),
  ...["float32", "int32", "int64", "int16", "uint8"].map((dtype) =>
    float64(`100 M flat ${dtype}`, [hundred], null, { dtype, target: 1 }),
  ),
  float64("100 M nanargmin, 0.1 % NaN", [hundred], null, { op: "nanargmin", fill: "nan", target: 7 }),
  float64("10 elements", [10], null, { calls: 20_000, target: 1 }),
  float64("100 elements", [100], null, { calls: 20_000, target: 1 }),
  float64("100 M flat, descending", [hundred], null, { fill: "descending" }),
  float64("100 M flat, constant", [hundred], null, { fill: "constant" }),
  float64("100 M flat, NaN last", [hundred], null, { fill: "nan last" }),
  float64("100 M flat argmax", [hundred], null, { op: "argmax" }),
  float64("10,000 × 10,000 Fortran, None", [10_000, 10_000], null, { fortran: true }),
  float64("10,000 × 10,000 Fortran, axis 0", [10_000, 10_000], 0, { fortran: true }),
  float64("10,000 × 10,000 Fortran, axis 1", [10_000, 10_000], 1, { fortran: true }),
  ...["float16", "float32", "int64", "uint8"].flatMap((dtype) => [
    float64(`1,000,000 × 20 axis 0 ${dtype}`, [million, 20], 0, { dtype }),
    float64(`1,000,000 × 20 axis 1 ${dtype}`, [million, 20], 1, { dtype }),
  ]),
];
