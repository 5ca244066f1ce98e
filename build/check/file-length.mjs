// @ts-check
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { filesUnder } from "../stamp.mjs";

/** A file has one idea: past this many lines look for the second one… */
const look = 200;
/** …and past this many there is one. */
const most = 400;

const rooms = ["core/src", "core/kernels", "core/test", "core/bench", "electron", "renderer", "e2e", "build"];

/**
 * The files of the project that are long.
 * @param {string} root
 * @returns {{ tooLong: string[], long: string[] }} one line each: how many lines, which file
 */
export function longFiles(root) {
  const files = rooms
    .flatMap((room) => filesUnder(join(root, room)))
    .filter((file) => /\.(ts|tsx|mjs|css|py)$/.test(file))
    .map((file) => ({ name: relative(root, file), lines: readFileSync(file, "utf8").split("\n").length - 1 }))
    .sort((a, b) => b.lines - a.lines);
  const said = (/** @type {{ name: string, lines: number }} */ file) => `${file.lines} ${file.name}`;
  return {
    tooLong: files.filter((file) => file.lines > most).map(said),
    long: files.filter((file) => file.lines > look && file.lines <= most).map(said),
  };
}
