// @ts-check
// What makes `electron DIR FILE` work, for an Electron that comes without its own default app. It does what the official
// one does (electron/default_app/main.ts) and no more: no welcome window, no REPL.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { app } from "electron";

/** Methods that Electron has for its default app alone, and does not document. */
const internal = /** @type {import("electron").App & { setVersion(text: string): void, setAppPath(path: string): void }} */ (
  app
);

const require = createRequire(import.meta.url);
/** @type {string[]} */
const preloads = [];
/** @type {string | undefined} */
let folder;

const given = process.argv.slice(1);
while (given.length > 0 && folder === undefined) {
  const argument = given.shift() ?? "";
  if (argument === "-r" || argument === "--require") preloads.push(given.shift() ?? "");
  else if (!argument.startsWith("-")) folder = resolve(argument);
}

try {
  if (folder === undefined) throw new Error("Say which application to run: electron FOLDER.");
  Object.defineProperty(process, "defaultApp", { configurable: false, enumerable: true, value: true });
  for (const preload of preloads) require(preload);
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  internal.setVersion(about.version);
  app.setName(about.productName ?? about.name);
  app.setPath("userData", join(app.getPath("appData"), app.getName()));
  internal.setAppPath(folder);
  // Awaited at the top, so that Electron holds `ready` back until the application has registered its schemes.
  await import(pathToFileURL(join(folder, about.main ?? "index.js")).href);
} catch (error) {
  console.error(error);
  app.exit(1);
}
