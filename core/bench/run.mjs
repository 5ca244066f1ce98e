// @ts-check
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { cases } from "./cases.mjs";
import { Child, nodeChild } from "./child.mjs";
import { lowerBound, median, shuffled } from "./statistics.mjs";

// npm run bench -- [--json FILE] [--only TEXT] [--rounds N] [--quick: Argscope, NumPy and the pure read alone]
//
// Every contender is a process that lives through all cases. In a round each has one turn, in random order: the best of three
// calls. Its answer is compared with NumPy's before it is timed. The first two rounds are dropped; a ratio is the median over
// the others of NumPy's time in a round by the contender's in the same round.

const here = fileURLToPath(new URL(".", import.meta.url));
const { values: options } = parseArgs({
  options: { json: { type: "string" }, only: { type: "string" }, rounds: { type: "string" }, quick: { type: "boolean" } },
});
const rounds = Number(options.rounds ?? 13);
const dropped = 2;
const say = console.log;

/** @typedef {{ name: string, child: Child, make: () => Child }} Contender */

/** What is measured is the built package, as others import it. */
function buildCore() {
  const root = join(here, "../..");
  const vite = join(root, "node_modules/vite/bin/vite.js");
  execFileSync(process.execPath, [vite, "build", "--config", "core/vite.config.mjs", "--logLevel", "warn"], {
    cwd: root,
    stdio: "inherit",
  });
}

function installPeers() {
  const { dependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  if (Object.keys(dependencies).every((name) => existsSync(join(here, "node_modules", name)))) return;
  say("Installing the peers into core/bench/node_modules …");
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"], {
    cwd: here,
    stdio: "inherit",
  });
}

/** @returns {Promise<Contender[]>} NumPy first. Who cannot start is named, with the reason. */
async function start() {
  const known = {
    numpy: () => new Child("python3", ["contenders/with_numpy.py"]),
    argscope: () => nodeChild("argscope"),
    "argscope 1 thread": () => nodeChild("argscope", { ARGSCOPE_THREADS: "1" }),
    read: () => nodeChild("read"),
    "plain loop": () => nodeChild("plain"),
    "numpy-ts": () => nodeChild("numpy-ts"),
    tfjs: () => nodeChild("tfjs"),
    polars: () => nodeChild("polars"),
    stdlib: () => nodeChild("stdlib"),
  };
  const contenders = [];
  for (const [name, make] of Object.entries(known).slice(0, options.quick ? 4 : undefined)) {
    const child = make();
    try {
      say(`${name.padEnd(18)} ${(await child.ask({ do: "hello" })).version}`);
      contenders.push({ name, child, make });
    } catch (error) {
      say(`${name.padEnd(18)} NOT COMPARED: ${/** @type {Error} */ (error).message}`);
      if (name === "numpy")
        throw new Error("python3 with NumPy is needed: it makes the numbers, and its answers are the measure.");
    }
  }
  return contenders;
}

/** @param {import("./cases.mjs").Case} bench @param {Contender[]} contenders @param {string} path */
async function compare(bench, contenders, path) {
  const numpy = /** @type {Contender} */ (contenders[0]).child;
  await numpy.ask({ do: "make", case: bench, path });
  /** @type {Map<string, number[]>} */
  const times = new Map();
  /** @type {Record<string, string>} */
  const notes = {};
  let right;
  for (const contender of contenders) {
    const { name } = contender;
    try {
      const { refused } = await contender.child.ask({ do: "load", case: bench, path });
      if (refused) {
        notes[name] = refused;
        continue;
      }
      const { digest } = await contender.child.ask({ do: "answer" });
      right ??= digest;
      if (digest === undefined) notes[name] = "answer not compared";
      else if (digest !== right) notes[name] = "WRONG ANSWER";
      times.set(name, []);
    } catch (error) {
      // Some peers end on an array that others take; the next case meets a new process.
      notes[name] = `ended: ${/** @type {Error} */ (error).message}`;
      contender.child = contender.make();
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const { name, child } of shuffled(contenders)) {
      if (times.has(name)) times.get(name)?.push((await child.ask({ do: "time" })).ms / (bench.calls ?? 1));
    }
  }
  for (const { name, child } of contenders) if (times.has(name)) await child.ask({ do: "unload" });
  return summary(bench, times, notes);
}

/** @param {import("./cases.mjs").Case} bench @param {Map<string, number[]>} times @param {Record<string, string>} notes */
function summary(bench, times, notes) {
  const kept = new Map([...times].map(([name, all]) => [name, all.slice(dropped)]));
  /** @param {string} by @param {number[]} own */
  const ratios = (by, own) => (kept.get(by) ?? []).map((ms, k) => ms / /** @type {number} */ (own[k]));
  return {
    ...bench,
    results: [...kept].map(([name, own]) => ({
      name,
      ms: median(own),
      best: Math.min(...own),
      timesNumpy: median(ratios("numpy", own)),
      bound: lowerBound(ratios("numpy", own)),
      shareOfRead: kept.has("read") ? median(ratios("read", own)) : undefined,
      note: notes[name],
    })),
    absent: Object.fromEntries(Object.entries(notes).filter(([name]) => !kept.has(name))),
  };
}

/** @param {Awaited<ReturnType<typeof compare>>} row */
function print(row) {
  say(`\n${row.name}${row.target ? `   (aim: ${row.target} × NumPy)` : ""}`);
  for (const { name, ms, timesNumpy, bound, shareOfRead, note } of row.results) {
    const time = ms < 0.1 ? `${(ms * 1e6).toFixed(0)} ns` : `${ms.toFixed(2)} ms`;
    const ratio = `${timesNumpy.toFixed(2)} × NumPy (bound ${bound.toFixed(2)})`;
    const share = shareOfRead === undefined ? "" : `${shareOfRead.toFixed(2)} of the read`;
    say(`  ${name.padEnd(18)} ${time.padStart(12)}   ${ratio.padEnd(32)} ${share.padEnd(20)} ${note ?? ""}`.trimEnd());
  }
  for (const [name, why] of Object.entries(row.absent)) say(`  ${name.padEnd(18)} NOT COMPARED: ${why}`);
}

buildCore();
installPeers();
const contenders = await start();
const folder = await mkdtemp(join(tmpdir(), "argscope-bench-"));
const rows = [];
try {
  for (const bench of cases.filter(({ name }) => name.includes(options.only ?? ""))) {
    const row = await compare(bench, contenders, join(folder, "numbers.bin"));
    print(row);
    rows.push(row);
  }
} finally {
  await rm(folder, { recursive: true });
  for (const { child } of contenders) child.end();
}
if (options.json) {
  const machine = { processor: cpus()[0]?.model, cores: cpus().length, node: process.version, rounds, dropped };
  await writeFile(options.json, `${JSON.stringify({ machine, cases: rows }, undefined, 1)}\n`);
}
