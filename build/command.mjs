// @ts-check
import { spawn } from "node:child_process";
import { stripVTControlCharacters as plain } from "node:util";
import { root } from "./root.mjs";

/**
 * What a command that has ended left behind. `code` is null when it did not start or was stopped.
 * @typedef {{ code: number | null, output: string, seconds: number }} Ended
 */

/**
 * Runs a command to its end with no stdin and gathers what it prints. Never rejects: a command that cannot be started
 * has `code` null and the reason as its output.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, echo?: boolean, signal?: AbortSignal }} [options] `echo` also shows
 *   the output as it comes; `signal` stops the command.
 * @returns {Promise<Ended>}
 */
export function run(file, args, options = {}) {
  const started = performance.now();
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(file, args, {
      cwd: options.cwd ?? root,
      // The output goes through a pipe and into logs. (Some tools heed neither this nor the pipe: hence `plain`.)
      env: { ...(options.env ?? process.env), NO_COLOR: "1", FORCE_COLOR: undefined },
      stdio: ["ignore", "pipe", "pipe"],
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    /** @param {number | null} code */
    const end = (code) => resolve({ code, output: plain(output), seconds: (performance.now() - started) / 1000 });
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
      if (options.echo) process.stdout.write(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      output += text;
      if (options.echo) process.stderr.write(text);
    });
    child.on("error", (error) => {
      output += `${error.message}\n`;
      end(null);
    });
    child.on("close", end);
  });
}

/** The last line that is not blank: where most tools say why they gave up. @param {string} text */
export function lastLine(text) {
  return text.trimEnd().split("\n").at(-1)?.trim() ?? "";
}
