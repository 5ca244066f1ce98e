// @ts-check
import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { median, shuffled } from "../statistics.mjs";
import { files, write } from "./files.mjs";

// npm run bench -- csv [--json FILE] [--only TEXT] [--rounds N] [--quick: Argscope and Polars alone] [--keep FOLDER]
//
// Every reading is a new process, libraries loaded, from the call to the whole table in typed memory; starting threads and
// compiling kernels is in it. In a round each contender has one turn, in random order; a ratio is the median over the rounds of
// the peer's time by ours in the same round. Before anything is timed each contender's table is compared bit for bit with that
// of pandas' correctly rounded reading. Peak memory is what the process took above what it had before the call.

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../../..");
const venv = join(root, ".cache/bench-venv");
const python = join(venv, "bin/python");
const { values: options } = parseArgs({
  options: {
    json: { type: "string" },
    only: { type: "string" },
    rounds: { type: "string" },
    keep: { type: "string" },
    quick: { type: "boolean" },
  },
});
const rounds = Number(options.rounds ?? 7);
const say = console.log;
/** A contender that needs longer is left out. In milliseconds. */
const patience = 300_000;

/** @typedef {{ name: string, command: string, args: readonly string[], threads?: number }} Contender */

/** @param {string} name @param {number} [threads] @returns {Contender} */
const node = (name, threads) => ({
  name: threads === 1 ? `${name}, 1 thread` : name,
  command: process.execPath,
  args: ["--no-warnings", join(here, `contenders/${name}.mjs`)],
  ...(threads === undefined ? {} : { threads }),
});
/** @param {string} name @returns {Contender} */
const withPython = (name) => ({ name, command: python, args: [join(here, "contenders/with_python.py"), name] });

const ours = node("argscope");
const judge = withPython("pandas");
const all = [ours, node("argscope", 1), withPython("polars"), judge, node("nodejs-polars"), node("udsv"), node("papaparse")];

/** Peers that cannot be had are named by the readings that fail. */
function installPeers() {
  if (!existsSync(join(here, "../node_modules/udsv"))) {
    say("Installing the peers into core/bench/node_modules …");
    attempt("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"], join(here, ".."));
  }
  if (existsSync(python)) return;
  say("Installing Polars and pandas into .cache/bench-venv …");
  attempt("python3", ["-m", "venv", venv], root);
  attempt(python, ["-m", "pip", "install", "--quiet", "polars", "pandas", "numpy"], root);
}

/** @param {string} command @param {string[]} args @param {string} cwd */
function attempt(command, args, cwd) {
  try {
    execFileSync(command, args, { cwd, stdio: "inherit" });
  } catch (error) {
    say(`NOT INSTALLED: ${/** @type {Error} */ (error).message}`);
  }
}

/** @param {Contender} contender @param {string} path @param {"time" | "check"} wanted */
async function ask({ command, args, threads }, path, wanted) {
  const env = { ...process.env, ...(threads === undefined ? {} : { ARGSCOPE_THREADS: String(threads) }) };
  const { stdout } = await promisify(execFile)(command, [...args, path, wanted], {
    env,
    timeout: patience,
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout);
}

/** @param {unknown} error the last line that says why */
function reasonOf(error) {
  const { stderr = "", message = "", killed = false } = /** @type {any} */ (error);
  if (killed) return `took longer than ${patience / 1000} s`;
  return String(stderr).match(/^\w*(?:Error|panic)\b.*$/m)?.[0] ?? String(message).split("\n")[0] ?? "ended";
}

/** @param {import("./files.mjs").CsvFile} csv @param {string} folder */
async function compare(csv, folder) {
  const path = await write(csv, folder);
  const { size } = await stat(path);
  say(`\n${csv.name}, ${(size / 1e6).toFixed(0)} MB${csv.aim === "" ? "" : `   (aim: ${csv.aim})`}`);
  const right = await ask(judge, path, "check").catch(() => undefined);
  if (right === undefined) say("  NOT COMPARED BIT FOR BIT: pandas cannot be had");
  /** @type {Map<Contender, { ms: number[], peak: number[], note: string }>} */
  const runs = new Map();
  for (const contender of options.quick ? all.slice(0, 3) : all) {
    try {
      const answer = await ask(contender, path, "check");
      const same = right === undefined ? "" : noteOf(answer, right);
      if (contender === ours && same !== "" && right !== undefined) throw new Error(`Argscope's table is wrong: ${same}.`);
      const note = contender === judge ? "its default is not correctly rounded" : same;
      runs.set(contender, { ms: [], peak: [], note });
    } catch (error) {
      if (contender === ours) throw error;
      say(`  ${contender.name.padEnd(20)} NOT COMPARED: ${reasonOf(error)}`);
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const contender of shuffled([...runs.keys()])) {
      const { ms, peak } = await ask(contender, path, "time");
      runs.get(contender)?.ms.push(ms);
      runs.get(contender)?.peak.push(peak);
    }
  }
  if (options.keep === undefined) await rm(path);
  const own = runs.get(ours)?.ms ?? [];
  const results = [...runs].map(([{ name }, { ms, peak, note }]) => ({
    name,
    ms: median(ms),
    best: Math.min(...ms),
    megabytesPerSecond: size / 1e3 / median(ms),
    peakMegabytes: median(peak) / 1e6,
    peakOfFile: median(peak) / size,
    timesSlower: median(ms.map((each, k) => each / (own[k] ?? each))),
    ...(note === "" ? {} : { note }),
  }));
  for (const row of results) print(row);
  return { name: csv.name, bytes: size, rows: csv.rows, columns: csv.columns.length, aim: csv.aim, results };
}

/** @param {any} answer @param {any} right */
function noteOf(answer, right) {
  if (answer.numbers !== right.numbers) return "its numbers are not the correctly rounded ones";
  return JSON.stringify(answer.texts) === JSON.stringify(right.texts) ? "" : "its text differs";
}

/** @param {any} row */
function print({ name, ms, megabytesPerSecond, peakMegabytes, peakOfFile, timesSlower, note = "" }) {
  const speed = `${ms.toFixed(0).padStart(6)} ms ${megabytesPerSecond.toFixed(0).padStart(5)} MB/s`;
  const peak = `peak ${peakMegabytes.toFixed(0).padStart(5)} MB (${peakOfFile.toFixed(2)} of the file)`;
  const ratio = name === ours.name ? "" : `Argscope is ${timesSlower.toFixed(2)} × as fast`;
  say(`  ${name.padEnd(20)} ${speed}   ${peak}   ${ratio.padEnd(28)} ${note}`.trimEnd());
}

installPeers();
const folder = options.keep ?? (await mkdtemp(join(tmpdir(), "argscope-csv-")));
const rows = [];
try {
  for (const csv of files.filter(({ name, file }) => `${name} ${file}`.includes(options.only ?? ""))) {
    rows.push(await compare(csv, folder));
  }
} finally {
  if (options.keep === undefined) await rm(folder, { recursive: true });
}
if (options.json) {
  const machine = { processor: cpus()[0]?.model, cores: availableParallelism(), node: process.version, rounds };
  await writeFile(options.json, `${JSON.stringify({ machine, files: rows }, undefined, 1)}\n`);
}
