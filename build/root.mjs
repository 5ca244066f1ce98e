// @ts-check
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The checkout, without a slash at its end. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** Whether Node was started with this module, rather than that it was imported. @param {string} url its `import.meta.url` */
export function isMain(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}
