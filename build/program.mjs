// @ts-check
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a program of this name is on the path. @param {string} name @returns {string | undefined} */
export function programPath(name) {
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
