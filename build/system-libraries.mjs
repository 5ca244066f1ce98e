// @ts-check
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "./command.mjs";
import { hasDisplay } from "./display.mjs";
import { programPath } from "./program.mjs";
import { isMain, root } from "./root.mjs";

/**
 * Something that Electron needs of the system: how to see that it is there, and the Debian package that brings it.
 * @typedef {{ package: string, library?: string, program?: string, folder?: string }} Need
 */

/** @type {readonly Need[]} */
const electronNeeds = [
  { package: "libgtk-3-0", library: "libgtk-3.so.0" },
  { package: "libnss3", library: "libnss3.so" },
  { package: "libasound2", library: "libasound.so.2" },
  { package: "libgbm1", library: "libgbm.so.1" },
  { package: "libxss1", library: "libXss.so.1" },
  { package: "libxtst6", library: "libXtst.so.6" },
  { package: "libnotify4", library: "libnotify.so.4" },
  { package: "libsecret-1-0", library: "libsecret-1.so.0" },
  { package: "libatspi2.0-0", library: "libatspi.so.0" },
  { package: "libdrm2", library: "libdrm.so.2" },
  { package: "libxkbcommon0", library: "libxkbcommon.so.0" },
  { package: "fonts-dejavu-core", folder: "/usr/share/fonts" },
  { package: "dbus", program: "dbus-daemon" },
];
/** @type {Need} */
const displayNeed = { package: "xvfb", program: "Xvfb" };
/** The tests of the page alone use it; without it they are skipped, so it is never a reason to stop. @type {Need} */
const browserNeed = { package: "chromium", program: "chromium" };

const log = join(root, ".cache", "apt.log");

/**
 * Sees to it that the system has what Electron needs: on Debian and Ubuntu missing packages are installed when we are
 * root. Elsewhere than on Linux nothing is needed.
 *
 * @param {{ log: (line: string) => void, display: boolean, browser: boolean }} options `display`: there is no display, a
 *   virtual one will be started; `browser`: a Chromium for the tests is wanted too
 * @throws {Error} something is missing and cannot be installed from here: what to type
 */
export async function ensureSystemLibraries(options) {
  if (process.platform !== "linux") return;
  const needs = [...electronNeeds, ...(options.display ? [displayNeed] : [])];
  const missing = lacking(needs);
  const wished = options.browser ? lacking([browserNeed]) : [];
  if (missing.length + wished.length === 0) return;

  if (!existsSync("/usr/bin/apt-get")) {
    if (missing.length === 0) return;
    throw new Error(`Electron needs of this system: ${missing.map(nameOf).join(", ")}. Install them with its package manager.`);
  }
  if (process.getuid?.() !== 0) {
    if (missing.length === 0) return;
    throw new Error(
      `Electron needs some packages of this system. Type:\n  sudo apt-get install ${available(missing).join(" ")}`,
    );
  }
  options.log(`System: installing ${[...missing, ...wished].map((need) => need.package).join(", ")}…`);
  await aptGet(["update"]);
  if (missing.length > 0) await aptGet(["install", "--yes", "--no-install-recommends", ...available(missing)]);
  if (wished.length > 0) {
    try {
      await aptGet(["install", "--yes", "--no-install-recommends", ...available(wished)]);
    } catch {
      options.log("System: there is no chromium package to be had: the tests of the page alone will be skipped.");
    }
  }
}

/** The needs that the system does not meet. @param {readonly Need[]} needs */
function lacking(needs) {
  const libraries = knownLibraries();
  return needs.filter((need) => {
    if (need.library !== undefined) return libraries !== undefined && !libraries.has(need.library);
    if (need.program !== undefined) return programPath(need.program) === undefined;
    return need.folder !== undefined && !existsSync(need.folder);
  });
}

/** The names of the shared libraries that the loader knows; undefined on a system that keeps no such list. */
function knownLibraries() {
  try {
    const listed = execFileSync("/sbin/ldconfig", ["-p"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return new Set(listed.split("\n").map((line) => line.trim().split(" ")[0]));
  } catch {
    return undefined;
  }
}

/**
 * The packages' names on this system: since the change to 64-bit time (Ubuntu 24.04, Debian 13) some end in "t64".
 * @param {readonly Need[]} needs
 */
function available(needs) {
  return needs.map((need) => {
    const renamed = `${need.package}t64`;
    try {
      const shown = execFileSync("apt-cache", ["show", "--no-all-versions", renamed], { stdio: ["ignore", "pipe", "ignore"] });
      return shown.length > 0 ? renamed : need.package;
    } catch {
      return need.package;
    }
  });
}

/** @param {readonly string[]} args */
async function aptGet(args) {
  const ended = await run("apt-get", ["-q", ...args], { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  if (ended.code === 0) return;
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, ended.output);
  throw new Error(`apt-get ${args[0]} failed: what it said is in ${log}. It was: apt-get ${args.join(" ")}`);
}

/** @param {Need} need */
function nameOf(need) {
  return need.library ?? need.program ?? need.package;
}

if (isMain(import.meta.url)) {
  try {
    await ensureSystemLibraries({ log: console.log, display: !hasDisplay(), browser: true });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
