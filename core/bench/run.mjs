// @ts-check
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// npm run bench                  the reductions beside their peers; see reductions.mjs for its options
// npm run bench -- csv           reading CSV beside its peers; see csv/run.mjs for its options
// npm run bench -- matrix [TEXT] every shape and dtype beside a plain loop, in C and Fortran order

const root = fileURLToPath(new URL("../..", import.meta.url));
const [which = "", ...rest] = process.argv.slice(2);
/** @type {Record<string, string>} */
const benchmarks = { csv: "csv/run.mjs", matrix: "matrix.mjs" };
const chosen = benchmarks[which];

// What is measured is the built package, as others import it.
run(join(root, "node_modules/vite/bin/vite.js"), ["build", "--config", "core/vite.config.mjs", "--logLevel", "warn"]);
run(join(root, "core/bench", chosen ?? "reductions.mjs"), chosen === undefined ? process.argv.slice(2) : rest);

/** @param {string} script @param {string[]} given */
function run(script, given) {
  execFileSync(process.execPath, [script, ...given], { cwd: root, stdio: "inherit" });
}
