// @ts-check
import { join, relative } from "node:path";
import { run } from "../command.mjs";
import { filesUnder } from "../stamp.mjs";
import { twoAtATime } from "../two-at-a-time.mjs";
import { longFiles } from "./file-length.mjs";

/** @typedef {{ name: string, ok: boolean, output: string, seconds: number }} Verdict */

const rooms = ["build", "core", "electron", "renderer", "e2e"];

/** Every room's tsconfig. The kernels are AssemblyScript, which has its own compiler. @param {string} root */
function projects(root) {
  return rooms
    .flatMap((room) => filesUnder(join(root, room)))
    .filter((file) => /[\\/]tsconfig\.json$/.test(file))
    .map((file) => relative(root, file))
    .filter((file) => !/[\\/](kernels|bench|dist)[\\/]/.test(file));
}

/** Types, one room. @param {string} root @param {string} project */
export const checkTypes = (root, project) =>
  tool(root, `types ${project}`, "typescript/bin/tsc", ["-p", project, "--pretty", "false"]);

/**
 * Format, lint and the walls between rooms.
 * @param {string} root @param {"default" | "github"} [reporter] `github` says everything in one line each
 */
export const checkLint = (root, reporter = "default") =>
  tool(root, "lint", "@biomejs/biome/bin/biome", [
    ...[
      "check",
      "--config-path=build/biome.json",
      `--reporter=${reporter}`,
      "--max-diagnostics=200",
      "--error-on-warnings",
      ".",
    ],
  ]);

/** Code and dependencies that nobody uses. @param {string} root */
export const checkUnused = (root) => tool(root, "unused", "knip/bin/knip.js", ["--no-progress"]);

/** @param {string} root @param {string} name @param {string} program @param {string[]} args @returns {Promise<Verdict>} */
async function tool(root, name, program, args) {
  const { code, output, seconds } = await run(process.execPath, [join(root, "node_modules", program), ...args], { cwd: root });
  return { name, ok: code === 0, output, seconds };
}

/** @param {string} root @returns {Promise<Verdict>} */
async function checkLength(root) {
  const { tooLong, long } = longFiles(root);
  const output = [...tooLong.map((line) => `${line}: too long`), ...long.map((line) => `${line}: long`)].join("\n");
  return { name: "file length", ok: tooLong.length === 0, output, seconds: 0 };
}

/**
 * All checks that read the code without running it.
 * @param {string} root @param {(verdict: Verdict) => void} say called as each one ends
 * @returns {Promise<Verdict[]>}
 */
export function staticChecks(root, say) {
  const checks = [
    ...projects(root).map((project) => () => checkTypes(root, project)),
    () => checkLint(root),
    () => checkUnused(root),
    () => checkLength(root),
  ];
  return twoAtATime(checks, async (check) => {
    const verdict = await check();
    say(verdict);
    return verdict;
  });
}
