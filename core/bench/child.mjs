// @ts-check
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** A contender's process, which lives through all cases and only works when it is asked. */
export class Child {
  #process;
  #lines;
  #error = "";

  /** @param {string} command @param {string[]} args @param {Record<string, string>} [environment] */
  constructor(command, args, environment = {}) {
    this.#process = spawn(command, args, { cwd: here, env: { ...process.env, ...environment } });
    this.#process.stderr.on("data", (chunk) => (this.#error += chunk));
    this.#process.on("error", (error) => (this.#error += error.message));
    this.#process.stdin.on("error", () => undefined);
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /** @param {object} message @returns {Promise<any>} @throws {Error} the process has ended: the last line it wrote */
  async ask(message) {
    this.#process.stdin.write(`${JSON.stringify(message)}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(this.#error.match(/^\w*Error: .*$/m)?.[0] ?? this.#error.trim().split("\n").at(-1) ?? "ended");
    return JSON.parse(value);
  }

  end() {
    this.#process.stdin.end();
  }
}

/** @param {string} name @param {Record<string, string>} [environment] */
export const nodeChild = (name, environment) =>
  new Child(process.execPath, ["--expose-gc", "--no-warnings", "contender.mjs", name], environment);
