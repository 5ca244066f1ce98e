// @ts-check
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build as pack } from "electron-builder";
import { build } from "./build.mjs";
import configuration from "./electron-builder.config.mjs";
import { switchFuseOn } from "./fuses.mjs";
import { isMain, root } from "./root.mjs";
import { electronRuntime } from "./runtime.mjs";
import { contentHash, isFresh, outline, writeStamp } from "./stamp.mjs";

const output = join(root, "dist");

/** The unpacked application's folder in `dist/`, and its program. @type {Readonly<Record<string, readonly [string, string]>>} */
const layouts = {
  linux: ["linux-unpacked", "argscope"],
  win32: [process.arch === "arm64" ? "win-arm64-unpacked" : "win-unpacked", "argscope.exe"],
  darwin: [process.arch === "arm64" ? "mac-arm64" : "mac", "Argscope.app/Contents/MacOS/Argscope"],
};

/** What the package is made of, beside the Electron. */
const inputs = ["out/main", "out/preload", "out/page", "package.json", "LICENSE", "build/icons"];
const recipe = ["build/package.mjs", "build/electron-builder.config.mjs", "build/fuses.mjs"];

/**
 * Makes the unpacked application in `dist/`, and on Linux and Windows its twin for the end-to-end tests: a copy in which
 * one fuse more is on, `nodeCliInspect`, for Playwright cannot drive the program otherwise. Both stay when nothing has changed.
 *
 * @param {{ log: (line: string) => void }} options
 * @returns {Promise<{ release: string, twin: string | null }>} the two programs
 * @throws {Error} something could not be built, fetched or packed
 */
export async function packageApplication({ log }) {
  const [folder, program] = layouts[process.platform] ?? [];
  if (folder === undefined || program === undefined) throw new Error(`There is no package for ${process.platform}.`);
  await build({ log });
  const electron = await electronRuntime({ log });
  const release = join(output, folder, program);
  // On macOS a changed byte would break the program's signature.
  const twin = process.platform === "darwin" ? null : join(output, "e2e-twin", folder, program);

  const stamp = join(root, ".cache", "build", "package.json");
  const ingredients = `${contentHash([...inputs, ...recipe].map((path) => join(root, path)))} ${outline([electron.dist])}`;
  if (isFresh(stamp, ingredients, [output])) return { release, twin };

  rmSync(output, { recursive: true, force: true });
  await pack({
    projectDir: root,
    publish: "never",
    config: { ...configuration, electronDist: electron.dist, electronVersion: electron.version, afterExtract },
  });
  if (!existsSync(release)) throw new Error(`Packaging did not make ${release}.`);
  log(`Package: ${release} (Electron ${electron.version})`);
  if (twin !== null) {
    cpSync(join(output, folder), join(output, "e2e-twin", folder), { recursive: true, verbatimSymlinks: true });
    switchFuseOn(twin, "nodeCliInspect");
    log(`Package: ${twin}, for tests only`);
  }
  writeStamp(stamp, ingredients, [output]);
  return { release, twin };
}

/**
 * electron-builder takes an unpacked Electron as it is. Its default app and the note of its version are not ours to ship.
 * @param {{ appOutDir: string }} context
 */
async function afterExtract({ appOutDir }) {
  rmSync(join(appOutDir, "version"), { force: true });
  for (const name of ["default_app.asar", "default_app", "app"]) {
    rmSync(join(appOutDir, "resources", name), { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) {
  try {
    await packageApplication({ log: console.log });
    console.log("Package: everything is up to date.");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
