// @ts-check
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { check } from "../check.mjs";
import { run } from "../command.mjs";
import { root } from "../root.mjs";
import { complete } from "./tally.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */

/** Each static check counts as one test. @returns {Promise<Tally>} */
export async function runChecks() {
  const verdicts = await check();
  const passed = verdicts.filter(({ ok }) => ok).length;
  return { runner: "check", passed, failed: verdicts.length - passed, skipped: [] };
}

/** @returns {Promise<Tally[]>} */
export function runUnit() {
  const reporters = ["--reporter=default", "--reporter=./build/test/vitest-tally.mjs"];
  return counted("unit", ["vitest/vitest.mjs", "run", "--config", "build/vitest.config.mjs", ...reporters], {}, ["unit"]);
}

/**
 * @param {readonly { project: string, variable: string, program: string }[]} rooms the tests find each room's program
 *   in the environment
 * @returns {Promise<Tally[]>}
 */
export function runEndToEnd(rooms) {
  const reporter = "--reporter=list,./build/test/playwright-tally.mjs";
  const projects = rooms.map(({ project }) => project);
  const chosen = projects.map((project) => `--project=${project}`);
  const env = Object.fromEntries(rooms.map(({ variable, program }) => [variable, program]));
  return counted(
    "e2e",
    ["@playwright/test/cli.js", "test", "--config", "e2e/playwright.config.ts", reporter, ...chosen],
    env,
    projects,
  );
}

/**
 * Runs a runner that writes its own tallies. Not to count, or to fail without saying where, is a failure too.
 * @param {string} runner @param {string[]} command @param {Record<string, string>} env
 * @param {readonly string[]} expected the tallies that must be there
 * @returns {Promise<Tally[]>}
 */
async function counted(runner, [program = "", ...args], env, expected) {
  const file = join(root, ".cache", "tally", `${runner}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const ended = await run(process.execPath, [join(root, "node_modules", program), ...args], {
    env: { ...process.env, ...env, ARGSCOPE_TALLY: file },
    echo: true,
  });
  return complete(readTallies(file), expected, ended.code === 0);
}

/** @param {string} file @returns {Tally[]} */
function readTallies(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return []; // the runner did not get as far as to count
  }
}
