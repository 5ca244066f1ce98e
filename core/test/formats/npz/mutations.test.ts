import { expect, test } from "vitest";
import { free } from "../../../src/array/empty.ts";
import { ArgscopeError, FormatError } from "../../../src/errors.ts";
import { parseNpz } from "../../../src/formats/npz/parse-npz.ts";
import { mutations } from "../npy/mutations.ts";
import { goodArchives } from "./fixture.ts";

const SEED = 20261;
const RUNS = Number(process.env["ARGSCOPE_MUTATIONS"] ?? 2000);

test(`${RUNS} mutated .npz files (seed ${SEED}) end in arrays or a typed refusal`, async () => {
  const outcomes = { arrays: 0, Format: 0, Unsupported: 0 };
  for (const bytes of mutations(goodArchives(2000), SEED, RUNS)) {
    try {
      for (const a of (await parseNpz(bytes)).values()) {
        a.toNested();
        free(a);
      }
      outcomes.arrays += 1;
    } catch (error) {
      if (!(error instanceof ArgscopeError)) throw error;
      expect(["Format", "Unsupported"]).toContain(error.tag);
      if (error instanceof FormatError) expect(error.place).toEqual({ byte: expect.any(Number) });
      outcomes[error.tag as "Format" | "Unsupported"] += 1;
    }
  }
  expect(outcomes.arrays).toBeGreaterThan(RUNS / 50);
  expect(outcomes.Format).toBeGreaterThan(RUNS / 10);
});
