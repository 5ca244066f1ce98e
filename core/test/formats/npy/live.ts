import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "vitest";

const found = spawnSync("python3", ["-c", "import numpy; print(numpy.__version__)"], { encoding: "utf8" });
const numpyVersion = found.status === 0 ? found.stdout.trim() : null;
if (numpyVersion === null) console.warn("SKIPPED: the round trips through NumPy, for python3 has none here.");

/** A test that needs NumPy, and is skipped aloud without it. */
export const withNumpy = test.skipIf(numpyVersion === null);

/** Runs live.py, and gives the files that it writes. */
export function live(args: readonly string[], files: readonly Uint8Array[] = []): Buffer[] {
  const script = fileURLToPath(new URL("live.py", import.meta.url));
  const input = Buffer.concat(files.flatMap((file) => [length(file), file]));
  const run = spawnSync("python3", [script, ...args], { input, maxBuffer: 2 ** 30, timeout: 60_000 });
  if (run.status !== 0) throw new Error(`live.py ${args.join(" ")}: ${run.stderr.toString() || run.error?.message}`);
  const out: Buffer[] = [];
  for (let at = 0; at < run.stdout.length; ) {
    const end = at + 8 + Number(run.stdout.readBigUInt64LE(at));
    out.push(run.stdout.subarray(at + 8, end));
    at = end;
  }
  return out;
}

function length(file: Uint8Array): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(file.length));
  return bytes;
}

/** The seed of a run: that of SEED in the environment, or a new one, which is printed. */
export function seed(): number {
  const given = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
  console.info(`seed ${given} (SEED=${given} repeats this run)`);
  return given;
}
