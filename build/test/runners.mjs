// @ts-check
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { check } from "../check.mjs";
import { run } from "../command.mjs";
import { root } from "../root.mjs";
import { atLeastOne } from "./tally.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */

/** Each static check counts as one test. @returns {Promise<Tally>} */
export async function runChecks() {
  const verdicts = await check();
  const passed = verdicts.filter(({ ok }) => ok).length;
  return { runner: "check", passed, failed: verdicts.length - passed, skipped: [] };
}

/** @returns {Promise<Tally[]>} */
export function runUnit() {
  const reporter = "--reporter=./build/test/vitest-tally.mjs";
  return counted(
    "unit",
    ["vitest/vitest.mjs", "run", "--config", "build/vitest.config.mjs", "--reporter=default", reporter],
    {},
  );
}

/**
 * @param {readonly string[]} projects
 * @param {Record<string, string>} env where Electron, the package and the browser are
 * @returns {Promise<Tally[]>}
 */
export function runEndToEnd(projects, env) {
  const reporter = "--reporter=list,./build/test/playwright-tally.mjs";
  const chosen = projects.map((project) => `--project=${project}`);
  return counted("e2e", ["@playwright/test/cli.js", "test", "--config", "e2e/playwright.config.ts", reporter, ...chosen], env);
}

/**
 * Runs a runner that writes its own tallies. One that fails without counting a failure counts as one.
 * @param {string} runner @param {string[]} command @param {Record<string, string>} env @returns {Promise<Tally[]>}
 */
async function counted(runner, [program = "", ...args], env) {
  const file = join(root, ".cache", "tally", `${runner}.json`);
  mkdirSync(join(file, ".."), { recursive: true });
  rmSync(file, { force: true });
  const ended = await run(process.execPath, [join(root, "node_modules", program), ...args], {
    env: { ...process.env, ...env, ARGSCOPE_TALLY: file },
    echo: true,
  });
  const tallies = readTallies(file);
  if (ended.code !== 0 && !tallies.some(({ failed }) => failed > 0)) {
    return [...tallies, { runner, passed: 0, failed: 1, skipped: [] }];
  }
  return tallies.map(atLeastOne);
}

/** @param {string} file @returns {Tally[]} */
function readTallies(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return []; // the runner did not get as far as to count
  }
}
