import { readFileSync } from "node:fs";
import type { Reduction } from "@argscope/core/contract/worker.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { markOf } from "../../src/features/grid/marks.ts";
import { frameIn } from "../../src/features/grid/selectors.ts";
import type { Desk } from "../../src/state/desk.ts";
import { chooseOperand } from "../../src/state/operand.ts";
import { mapSlice, moveSlice } from "../../src/state/slicing.ts";
import { answered } from "../../src/state/state.ts";
import { liveDesk } from "../live-desk.ts";

interface Case {
  readonly rowAxis: number;
  readonly columnAxis: number;
  readonly fixed: readonly number[];
  readonly reduction: Reduction;
  /** As NumPy prints the answer. */
  readonly text: string;
  /** The slice that the mapping shows, a line per row: F where a lane's first winner lies. */
  readonly lit: readonly string[];
}

interface Fixture {
  readonly numpy: string;
  readonly shape: readonly number[];
  readonly values: readonly (number | "nan")[];
  readonly cases: readonly Case[];
}

const path = new URL("../../../core/test/fixtures/n_d.json", import.meta.url);
const { numpy, shape, values, cases } = JSON.parse(readFileSync(path, "utf8")) as Fixture;

let desk: Desk;

beforeAll(async () => {
  const literal = `np.array([${values.join(", ")}], dtype=float).reshape(${shape.join(", ")})`;
  desk = await liveDesk(literal);
});

describe(`a 4-D array: what is lit in the slice that a mapping shows is what NumPy ${numpy} answers`, () => {
  it.each(
    cases.map(
      (each) =>
        [`${each.reduction.of} along ${each.reduction.axis}, rows ${each.rowAxis}, columns ${each.columnAxis}`, each] as const,
    ),
  )("%s", async (_, { rowAxis, columnAxis, fixed, reduction, text, lit }) => {
    await chooseOperand(desk, reduction.of, reduction);
    // Another region brings itself into sight: the slice is chosen after it.
    mapSlice(desk, { rowAxis, columnAxis });
    for (const [dimension, position] of fixed.entries()) moveSlice(desk, dimension, position);
    const state = desk.store.getState();
    expect(state.view).toMatchObject({ rowAxis, columnAxis, fixed });
    expect(answered(state)?.text).toBe(text);
    const frame = frameIn(desk, state);
    if (frame === null) throw new Error("Nothing is shown.");
    const shown = Array.from({ length: frame.rows }, (_row, row) =>
      Array.from({ length: frame.columns }, (_column, column) => (markOf(frame, row, column) === "first" ? "F" : ".")).join(""),
    );
    expect(shown).toEqual(lit);
  });
});
