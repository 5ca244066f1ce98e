// @ts-check
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Every file at or under `path`, sorted; nothing where `path` does not exist. @param {string} path @returns {string[]} */
export function filesUnder(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => (name === "node_modules" ? [] : filesUnder(join(path, name))));
}

/** A hash of the names and the content of every file at or under the paths. @param {readonly string[]} paths */
export function contentHash(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/**
 * Name, size and time of change of every file at or under the paths. Reading these takes milliseconds where hashing
 * would take seconds, and no tool rewrites a file without touching one of them.
 * @param {readonly string[]} paths
 */
export function outline(paths) {
  return paths
    .flatMap(filesUnder)
    .map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${file} ${size} ${mtimeMs}`;
    })
    .join("\n");
}

/**
 * Whether the stamp says that the outputs stand as they were made from these inputs.
 * @param {string} stamp @param {string} inputs @param {readonly string[]} outputs
 */
export function isFresh(stamp, inputs, outputs) {
  try {
    const said = JSON.parse(readFileSync(stamp, "utf8"));
    return said.outline !== "" && said.inputs === inputs && said.outline === outline(outputs);
  } catch {
    return false; // no stamp, or not one of ours: make the thing again
  }
}

/** Writes the stamp that `isFresh` reads. @param {string} stamp @param {string} inputs @param {readonly string[]} outputs */
export function writeStamp(stamp, inputs, outputs) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ inputs, outline: outline(outputs) }));
}
