import { placeOf, placeRun } from "@argscope/core/reduce/places.ts";
import { expect, test } from "vitest";

// Four rows of three lanes that are walked column by column of the result.
const places = [
  { length: 4, step: 1 },
  { length: 3, step: 4 },
];

test("a lane's place is what its steps add up to", () => {
  expect(Array.from({ length: 12 }, (_, lane) => placeOf(places, lane))).toEqual([0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11]);
});

test("without places a lane's place is its number", () => {
  expect(placeOf([], 17)).toBe(17);
  const result = new Int32Array(5);
  placeRun(Int32Array.of(7, 8), 2, [], result);
  expect([...result]).toEqual([0, 0, 7, 8, 0]);
});

test("a run may start and end in the middle of a dimension", () => {
  const result = new Float64Array(12).fill(-7);
  placeRun(Int32Array.of(20, 30, 40, 50, 60, -1), 2, places, result);
  expect([...result]).toEqual([-7, 30, 60, -7, -7, 40, -1, -7, 20, 50, -7, -7]);
});

test("many runs, from the middle of one to the middle of another, past the end of a row of runs", () => {
  // Two planes of 40 columns of 7 lanes; a lane of a column is 40 further on, the next column's is its neighbour.
  const planes = [
    { length: 2, step: 280 },
    { length: 40, step: 1 },
    { length: 7, step: 40 },
  ];
  const from = 10;
  const indices = Int32Array.from({ length: 540 }, (_, k) => from + k);
  const result = new Int32Array(560).fill(-7);
  placeRun(indices, from, planes, result);
  const expected = new Int32Array(560).fill(-7);
  for (const lane of indices) expected[placeOf(planes, lane)] = lane;
  expect(result).toEqual(expected);
  expect(result.filter((index) => index === -7)).toHaveLength(20);
});
