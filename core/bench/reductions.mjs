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

// npm run bench -- [--json FILE] [--only TEXT] [--rounds N] [--quick: Argscope and NumPy alone]
//
// "of the read": the time of a pure read of the same bytes by as many threads, over the contender's.
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
/** In ms; `readMs`: of a pure read of the same bytes. @typedef {{ ms: number, readMs?: number }} Time */
/** One a round, by contender. @typedef {Map<string, Time[]>} Times */

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
    "plain loop": () => nodeChild("plain"),
    "numpy-ts": () => nodeChild("numpy-ts"),
    tfjs: () => nodeChild("tfjs"),
    polars: () => nodeChild("polars"),
    stdlib: () => nodeChild("stdlib"),
  };
  const contenders = [];
  for (const [name, make] of Object.entries(known).slice(0, options.quick ? 3 : undefined)) {
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
  /** @type {Times} */
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
      if (digest !== right) notes[name] = "WRONG ANSWER";
      times.set(name, []);
    } catch (error) {
      // Some peers end on an array that others take; the next case meets a new process.
      notes[name] = `ended: ${/** @type {Error} */ (error).message}`;
      contender.child = contender.make();
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const { name, child } of shuffled(contenders)) {
      const own = times.get(name);
      if (own === undefined) continue;
      const { ms, readMs } = await child.ask({ do: "time" });
      own.push({ ms: ms / (bench.calls ?? 1), readMs });
    }
  }
  for (const { name, child } of contenders) if (times.has(name)) await child.ask({ do: "unload" });
  return summary(bench, times, notes);
}

/** @param {import("./cases.mjs").Case} bench @param {Times} times @param {Record<string, string>} notes */
function summary(bench, times, notes) {
  const kept = new Map([...times].map(([name, all]) => [name, all.slice(dropped)]));
  const numpy = kept.get("numpy") ?? [];
  return {
    ...bench,
    results: [...kept].map(([name, own]) => {
      const ratios = own.map(({ ms }, k) => /** @type {Time} */ (numpy[k]).ms / ms);
      const shares = own.flatMap(({ ms, readMs }) => (readMs === undefined ? [] : [readMs / ms]));
      const limits = own.flatMap(({ readMs }, k) => (readMs === undefined ? [] : [/** @type {Time} */ (numpy[k]).ms / readMs]));
      return {
        name,
        ms: median(own.map(({ ms }) => ms)),
        best: Math.min(...own.map(({ ms }) => ms)),
        timesNumpy: median(ratios),
        bound: lowerBound(ratios),
        // Of a pure read of the same bytes by as many threads: and how many times NumPy that read itself is.
        ...(shares.length > 0 ? { shareOfRead: median(shares), readTimesNumpy: median(limits) } : {}),
        note: notes[name],
      };
    }),
    absent: Object.fromEntries(Object.entries(notes).filter(([name]) => !kept.has(name))),
  };
}

/** @param {ReturnType<typeof summary>} row */
function print(row) {
  say(`\n${row.name}${row.target ? `   (aim: ${row.target} × NumPy)` : ""}`);
  for (const { name, ms, timesNumpy, bound, shareOfRead, readTimesNumpy, note } of row.results) {
    const time = ms < 0.1 ? `${(ms * 1e6).toFixed(0)} ns` : `${ms.toFixed(2)} ms`;
    const ratio = `${timesNumpy.toFixed(2)} × NumPy (bound ${bound.toFixed(2)})`;
    const share =
      shareOfRead === undefined ? "" : `${shareOfRead.toFixed(2)} of the read, which is ${readTimesNumpy?.toFixed(1)} × NumPy`;
    say(`  ${name.padEnd(18)} ${time.padStart(12)}   ${ratio.padEnd(32)} ${share} ${note ?? ""}`.trimEnd());
  }
  for (const [name, why] of Object.entries(row.absent)) say(`  ${name.padEnd(18)} NOT COMPARED: ${why}`);
}

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
