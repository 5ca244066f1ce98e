import { expect, test } from "vitest";
import type { Dtype } from "../../src/array/dtype.ts";
import { filledBy } from "../../src/reduce/kernel-ravel.ts";
import { both, DTYPES, describe, fill, giveBack, inEngine, MIXES, plansOf, Random, type Walked } from "./cases.ts";

const SEED = Number(process.env["FUZZ_SEED"] ?? Date.now() % 1e9);
const COMPARISONS = Number(process.env["FUZZ_COMPARISONS"] ?? 200_000);

const LENGTHS = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 20, 31, 32, 33, 40, 63, 64, 65, 100, 129, 200, 300, 700];

/** A view with random shape, order of dimensions, steps of both signs and broadcast dimensions, over a block of its own. */
function randomView(dtype: Dtype, random: Random): Walked {
  const ndim = 1 + random.next(4);
  const shape: number[] = [];
  let size = 1;
  for (let k = 0; k < ndim; k++) {
    const length = random.pick(LENGTHS);
    shape.push(size * length > 30_000 ? 1 + random.next(3) : length);
    size *= shape[k] as number;
  }
  const order = [...shape.keys()].sort(() => random.next(3) - 1);
  const strides = shape.map(() => 0);
  let unit = 1;
  let offset = 0;
  for (const k of order) {
    if (random.next(12) === 0) continue;
    const gap = random.next(4) === 0 ? 1 + random.next(3) : 1;
    const length = shape[k] as number;
    const backwards = random.next(5) === 0;
    strides[k] = (backwards ? -1 : 1) * unit * gap;
    if (backwards) offset += (length - 1) * unit * gap;
    unit *= length * gap + (random.next(6) === 0 ? random.next(3) : 0);
  }
  const shift = random.next(4);
  return { dtype, data: inEngine(dtype, unit + shift), offset: offset + shift, shape, strides };
}

test(`kernels and reference give the same winners, lane by lane (FUZZ_SEED=${SEED})`, () => {
  const random = new Random(SEED);
  let compared = 0;
  let plans = 0;
  while (compared < COMPARISONS) {
    const dtype = random.pick(DTYPES);
    const view = randomView(dtype, random);
    fill(dtype, view.data, random.pick(MIXES), random);
    const axis = random.next(5) === 0 ? null : random.next(view.shape.length);
    for (const plan of plansOf(view, axis)) {
      const answers = both(plan);
      // A small array with gaps between its lanes is left to the plain loops; nothing else is.
      if (!answers) expect(filledBy(plan.outer) * filledBy(plan.lane), describe(plan)).toBeLessThan(1024);
      if (answers && answers.kernel.join() !== answers.reference.join()) {
        expect(answers.kernel, describe(plan)).toEqual(answers.reference);
      }
      if (!answers) continue;
      compared += Math.min(plan.lanes, 50);
      plans++;
    }
    giveBack(view.data);
  }
  expect(plans).toBeGreaterThan(COMPARISONS / 100);
});
