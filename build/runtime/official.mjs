// @ts-check
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { lastLine, run } from "../command.mjs";
import { root } from "../root.mjs";
import { outline } from "../stamp.mjs";
import { runtimeIn } from "./layout.mjs";

/** A download that brings nothing for this long is given up. The connection itself gives up sooner, by Node's own limit. */
const stallMs = 60_000;
/** For this long a download that failed is not tried again. */
const rememberMs = 4 * 3_600_000;

const electronPackage = dirname(createRequire(import.meta.url).resolve("electron/package.json"));
const dist = join(electronPackage, "dist");
const failure = join(root, ".cache", "electron", "official-failed.json");

/**
 * The Electron that the installed `electron` package stands for, fetched by that package's own downloader (its mirrors,
 * cache and checksums) unless it is there already.
 *
 * @param {(line: string) => void} log
 * @returns {Promise<import("./layout.mjs").Runtime | string>} or the reason why it could not be fetched
 */
export async function officialElectron(log) {
  const here = runtimeIn(dist, "official");
  if (typeof here !== "string") return here;
  const remembered = rememberedFailure();
  if (remembered !== undefined) return remembered;

  log("Electron: fetching the official build…");
  const ended = await download();
  const fetched = runtimeIn(dist, "official");
  if (ended.code === 0 && typeof fetched !== "string") {
    rmSync(failure, { force: true });
    return fetched;
  }
  const reason = `the official build cannot be fetched (${reasonIn(ended.output)})`;
  mkdirSync(dirname(failure), { recursive: true });
  writeFileSync(failure, JSON.stringify({ settings: settings(), time: Date.now(), reason }));
  return reason;
}

/** Runs the package's install script, and stops it when nothing has arrived for a while: it has no limit of its own. */
async function download() {
  const temporary = join(root, ".cache", "electron", `download-${process.pid}`);
  mkdirSync(temporary, { recursive: true });
  const stop = new AbortController();
  let seen = "";
  let changed = Date.now();
  const watch = setInterval(() => {
    const now = arrived(temporary);
    if (now !== seen) [seen, changed] = [now, Date.now()];
    else if (Date.now() - changed > stallMs) stop.abort(new Error(`nothing came for ${stallMs / 1000} seconds`));
  }, 2_000);
  try {
    const ended = await run(process.execPath, [join(electronPackage, "install.js")], {
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: "1" },
      signal: stop.signal,
    });
    return { ...ended, output: stop.signal.aborted ? stop.signal.reason.message : ended.output };
  } finally {
    clearInterval(watch);
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** What has been downloaded or unpacked so far. @param {string} temporary */
function arrived(temporary) {
  try {
    return outline([temporary, dist]);
  } catch {
    return "a file went while it was looked at";
  }
}

/** @returns {string | undefined} */
function rememberedFailure() {
  try {
    const { settings: then, time, reason } = JSON.parse(readFileSync(failure, "utf8"));
    return then === settings() && Date.now() - time < rememberMs ? reason : undefined;
  } catch {
    return undefined; // none remembered
  }
}

/** What decides where the download goes: a change of it is worth a new try. Hashed, as a proxy's address may hold a password. */
function settings() {
  const names = Object.keys(process.env).filter((name) => /^(npm_config_)?electron_|^(https?|no|all)_proxy$/i.test(name));
  const values = names.sort().map((name) => `${name}=${process.env[name]}`);
  const about = readFileSync(join(electronPackage, "package.json"));
  return createHash("sha256").update(about).update(values.join("\n")).digest("hex");
}

/** The line of a stack trace that names the error. @param {string} output */
function reasonIn(output) {
  const line = output.split("\n").find((text) => /Error:/.test(text)) ?? lastLine(output);
  return line
    .trim()
    .replace(/^\w*Error: /, "")
    .replace(/\.$/, "");
}
