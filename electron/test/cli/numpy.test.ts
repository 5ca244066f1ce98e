import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { builtProgram } from "./program.ts";

interface Case {
  readonly file: string;
  readonly op: string;
  readonly axis: number | null;
  readonly keepdims: boolean;
  readonly answer?: Readonly<Record<string, unknown>>;
  readonly error?: string;
}

const missing = spawnSync("python3", ["-c", "import numpy"]).status !== 0;
if (missing) console.warn("Skipped: there is no python3 with NumPy to compare the command line with.");

describe.skipIf(missing)("the command line answers as NumPy does", () => {
  const { folder, run } = builtProgram();
  const seed = Date.now() % 1_000_000;

  it(`to reductions of random arrays and tables (seed ${seed})`, async () => {
    const maker = fileURLToPath(new URL("numpy_cases.py", import.meta.url));
    const made = spawnSync("python3", ["-W", "ignore", maker, folder, String(seed)], { encoding: "utf8" });
    expect(made.stderr).toBe("");
    const cases: Case[] = JSON.parse(made.stdout);
    expect(cases).toHaveLength(50);
    const next = cases.values();
    await Promise.all([checkAll(next), checkAll(next)]);
  });

  async function checkAll(cases: Iterable<Case>): Promise<void> {
    for (const { file, op, axis, keepdims, answer, error } of cases) {
      const args = [op, file, "--json", "--axis", String(axis ?? "none"), ...(keepdims ? ["--keepdims"] : [])];
      const { code, text, err } = await run(args);
      expect({ args, code, err }).toEqual({ args, code: error === undefined ? 0 : 3, err: error ?? "" });
      if (answer !== undefined) {
        const { labels: _, ...found } = JSON.parse(text);
        expect({ args, ...found }).toEqual({ args, ...answer });
      }
    }
  }
});
