// @ts-check
import { accessSync, constants, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * An unpacked Electron: its folder, the program in it, the version it says it is, and where it came from.
 * @typedef {{ dist: string, executable: string, version: string, origin: "override" | "official" | "registry" }} Runtime
 */

/** Where the program is inside an unpacked Electron of this platform. */
const program =
  { darwin: "Electron.app/Contents/MacOS/Electron", win32: "electron.exe" }[/** @type {string} */ (process.platform)] ??
  "electron";

/**
 * The Electron unpacked in `dist`.
 * @param {string} dist @param {Runtime["origin"]} origin
 * @returns {Runtime | string} or one sentence that says why there is none
 */
export function runtimeIn(dist, origin) {
  const executable = join(dist, program);
  try {
    accessSync(executable, constants.X_OK);
  } catch {
    return `There is no Electron program at ${executable}.`;
  }
  try {
    return { dist, executable, version: readFileSync(join(dist, "version"), "utf8").trim().replace(/^v/, ""), origin };
  } catch {
    return `${dist} has no file "version", so it is not an unpacked Electron.`;
  }
}
