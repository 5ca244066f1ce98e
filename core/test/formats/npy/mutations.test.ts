import { expect, test } from "vitest";
import { free } from "../../../src/array/empty.ts";
import { ArgscopeError, FormatError } from "../../../src/errors.ts";
import { parseNpy } from "../../../src/formats/npy/parse-npy.ts";
import { fileOf, npyCases } from "./fixture.ts";
import { mutations } from "./mutations.ts";

const SEED = 20260;
const RUNS = Number(process.env["ARGSCOPE_MUTATIONS"] ?? 2000);

test(`${RUNS} mutated .npy files (seed ${SEED}) end in an array or a typed refusal with a place`, () => {
  const files = npyCases.map(fileOf).filter((file) => file.length < 1000);
  const outcomes = { array: 0, Format: 0, Unsupported: 0 };
  for (const bytes of mutations(files, SEED, RUNS)) {
    try {
      const a = parseNpy(bytes);
      a.toNested();
      free(a);
      outcomes.array += 1;
    } catch (error) {
      if (!(error instanceof ArgscopeError)) throw error;
      expect(["Format", "Unsupported"]).toContain(error.tag);
      if (error instanceof FormatError) expect(error.place).toEqual({ byte: expect.any(Number) });
      outcomes[error.tag as "Format" | "Unsupported"] += 1;
    }
  }
  // The mutations reach both sides: neither are they so mild that all is read, nor so wild that nothing is.
  expect(outcomes.array).toBeGreaterThan(RUNS / 10);
  expect(outcomes.Format).toBeGreaterThan(RUNS / 10);
});
