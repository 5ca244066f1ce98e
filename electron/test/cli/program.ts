import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll } from "vitest";

export interface Ended {
  readonly code: number | null;
  readonly out: Buffer;
  /** Standard output as text. */
  readonly text: string;
  readonly err: string;
}

/** The built command line, and a folder of its own that is its working directory. */
export interface Program {
  readonly folder: string;
  readonly file: string;
  write(name: string, content: string | Uint8Array): void;
  run(args: readonly string[], input?: string | Uint8Array): Promise<Ended>;
}

/** Half a second, unless the machine is busy with other tests. In milliseconds. */
const buildTimeout = 120_000;

/** Builds the command line once for a file of tests. The folder goes when they are done. */
export function builtProgram(): Program {
  const folder = mkdtempSync(join(tmpdir(), "argscope-cli-"));
  const file = join(folder, "out", "cli.js");
  beforeAll(async () => {
    for (const config of ["vite.cli.config.mjs", "vite.cli-thread.config.mjs"]) {
      const configFile = fileURLToPath(new URL(`../../${config}`, import.meta.url));
      await build({ configFile, logLevel: "error", build: { outDir: join(folder, "out") } });
    }
  }, buildTimeout);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    file,
    write: (name, content) => writeFileSync(join(folder, name), content),
    run: (args, input) => run(file, folder, args, input),
  };
}

function run(file: string, cwd: string, args: readonly string[], input: string | Uint8Array = ""): Promise<Ended> {
  const child = spawn(process.execPath, [file, ...args], { cwd });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (bytes: Buffer) => out.push(bytes));
  child.stderr.on("data", (bytes: Buffer) => err.push(bytes));
  // A program that refuses does not read its input to the end.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const all = Buffer.concat(out);
      resolve({ code, out: all, text: all.toString(), err: Buffer.concat(err).toString() });
    });
  });
}
