import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const DEADLINE_SECONDS = 600;

/** Why no NumPy can be asked here, or its version. */
export function findNumpy(): { readonly version: string } | { readonly missing: string } {
  const found = spawnSync("python3", ["-c", "import numpy; print(numpy.__version__)"], { encoding: "utf8" });
  if (found.error !== undefined) return { missing: "there is no python3" };
  return found.status === 0 ? { version: found.stdout.trim() } : { missing: "python3 has no numpy" };
}

/** One NumPy that answers for as long as the tests run. */
export class NumpyProcess {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #complaints = "";

  constructor() {
    this.#process = spawn("python3", [fileURLToPath(new URL("oracle.py", import.meta.url))]);
    this.#process.stderr.on("data", (text) => {
      this.#complaints += text;
    });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /**
   * The answers to a batch of cases.
   *
   * @param what names the batch in the error that says that nothing came.
   */
  async ask<Answer>(what: string, cases: readonly unknown[]): Promise<Answer[]> {
    this.#process.stdin.write(`${JSON.stringify(cases)}\n`);
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`NumPy did not answer ${what} in ${DEADLINE_SECONDS} s.`)),
        1000 * DEADLINE_SECONDS,
      );
    });
    try {
      const line = await Promise.race([this.#lines.next(), deadline]);
      if (line.done === true) throw new Error(`NumPy ended at ${what}: ${this.#complaints}`);
      return JSON.parse(line.value);
    } finally {
      clearTimeout(timer);
    }
  }

  end(): void {
    this.#process.kill();
  }
}
