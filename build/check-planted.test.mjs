// @ts-check
// Each rule is broken once, in a copy of the project, and must be seen: a check that never fails checks nothing.
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { longFiles } from "./check/file-length.mjs";
import { checkLint, checkTypes, checkUnused } from "./check/static-checks.mjs";
import { root } from "./root.mjs";

const any = ["a", "n", "y"].join("");
const ignore = ["@ts", "ignore"].join("-");

/** What is planted in which file, and what the linter must call it. */
const lint = [
  ["core knows no renderer", "core/src/planted/a.ts", 'import "../../../renderer/src/planted/x.ts";', "noRestrictedImports"],
  ["core knows no Electron", "core/src/planted/b.ts", 'import "electron";', "noRestrictedImports"],
  ["core knows no React", "core/src/planted/c.ts", 'import "react";', "noRestrictedImports"],
  ["core knows no Node", "core/src/planted/d.ts", 'import "node:fs";', "noNodejsModules"],
  ["main knows no renderer", "electron/main/planted/a.ts", 'import "../../../renderer/src/x.ts";', "noRestrictedImports"],
  ["main does not parse", "electron/main/planted/b.ts", 'import "@argscope/core";', "noRestrictedImports"],
  [
    "main takes of core the contract alone",
    "electron/main/planted/c.ts",
    'import "@argscope/core/array/ndarray.ts";',
    "noRestrictedImports",
  ],
  [
    "main does not go round the alias",
    "electron/main/planted/d.ts",
    'import "../../../core/src/index.ts";',
    "noRestrictedImports",
  ],
  [
    "preload does not parse",
    "electron/preload/planted.ts",
    'import "@argscope/core/formats/csv/read.ts";',
    "noRestrictedImports",
  ],
  ["the command line knows no renderer", "electron/cli/planted.ts", 'import "../../renderer/src/x.ts";', "noRestrictedImports"],
  [
    "the page knows no main process",
    "renderer/src/planted/a.ts",
    'import "../../../electron/main/main.ts";',
    "noRestrictedImports",
  ],
  ["the page knows no Electron", "renderer/src/planted/b.ts", 'import "electron";', "noRestrictedImports"],
  ["the page knows no Node", "renderer/src/planted/c.ts", 'import "node:fs";', "noNodejsModules"],
  ["the worker knows no Node", "renderer/worker/planted.ts", 'import "node:fs";', "noNodejsModules"],
  ["a feature knows no other", "renderer/src/features/planted/a.ts", 'import "../grid/x.ts";', "noRestrictedImports"],
  ["nor by its full name", "renderer/src/features/planted/b.ts", 'import "../../features/grid/x.ts";', "noRestrictedImports"],
  ["nor from deeper down", "renderer/src/features/planted/deep/c.ts", 'import "../../grid/x.ts";', "noRestrictedImports"],
  ["state knows no React", "renderer/src/state/planted-a.ts", 'import "react";', "noRestrictedImports"],
  ["state knows no features", "renderer/src/state/planted-b.ts", 'import "../features/grid/x.ts";', "noRestrictedImports"],
  ["ui knows no state", "renderer/src/ui/planted.ts", 'import "../state/x.ts";', "noRestrictedImports"],
  ["e2e knows no engine", "e2e/planted-a.ts", 'import "@argscope/core";', "noRestrictedImports"],
  ["e2e knows no insides", "e2e/planted-b.ts", 'import "../core/src/array/ndarray.ts";', "noRestrictedImports"],
  ["no cycles", "core/src/planted/cycle.ts", 'import "./other.ts";\nexport const one = 1;', "noImportCycles"],
  [
    "no floating promises",
    "core/src/planted/float.ts",
    "export function f() {\n  Promise.resolve(1);\n}",
    "noFloatingPromises",
  ],
  ["no any", "core/src/planted/any.ts", `export const x = (y: ${any}): unknown => y;`, "noExplicitAny"],
  ["no silenced compiler", "core/src/planted/quiet.ts", `// ${ignore}\nexport const x = 1;`, "noTsIgnore"],
  ["no default exports", "core/src/planted/default.ts", "export default 1;", "noDefaultExport"],
  ["no unused variables", "core/src/planted/unused.ts", "export function f(): void {\n  const x = 1;\n}", "noUnusedVariables"],
  [
    "types are imported as types",
    "core/src/planted/type.ts",
    'import { AxisError } from "../errors.ts";\nexport type E = AxisError;',
    "useImportType",
  ],
  ["imports have their extension", "core/src/planted/extension.ts", 'import "../errors";', "useImportExtensions"],
  ["one format", "core/src/planted/format.ts", "export const x  =  1", "format"],
];

/** What is planted in which room, and the compiler's words. */
const types = [
  ["core has no DOM", "core", "core/src/planted/dom.ts", "export const x = document.title;", "document"],
  ["core has no Node", "core", "core/src/planted/node.ts", "export const x = process.argv;", "process"],
  ["the page has no Node", "renderer", "renderer/src/planted/node.ts", "export const x = process.argv;", "process"],
  [
    "the page is no worker",
    "renderer",
    "renderer/src/planted/worker.ts",
    "export const x = new DedicatedWorkerGlobalScope();",
    "DedicatedWorkerGlobalScope",
  ],
  ["the worker has no DOM", "renderer/worker", "renderer/worker/dom.ts", "export const x = document.title;", "document"],
  ["the worker has no Node", "renderer/worker", "renderer/worker/node.ts", "export const x = process.argv;", "process"],
  ["the command line has no DOM", "electron/cli", "electron/cli/dom.ts", "export const x = document.title;", "document"],
  ["main has no DOM", "electron/main", "electron/main/planted/dom.ts", "export const x = document.title;", "document"],
  [
    "an element may be absent",
    "core",
    "core/src/planted/absent.ts",
    "export const x = (a: number[]): number => a[0];",
    "undefined",
  ],
  [
    "absent is not undefined",
    "core",
    "core/src/planted/exact.ts",
    "export const x: { y?: number } = { y: undefined };",
    "exactOptional",
  ],
  ["syntax that can be erased", "core", "core/src/planted/enum.ts", "export enum E {\n  A,\n}", "erasableSyntaxOnly"],
];

/** @type {string} */
let copy;
let lintSays = "";
/** @type {Map<string, string>} */
const typesSay = new Map();
let unusedSays = "";

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), "argscope-planted-"));
  for (const name of ["build", "core", "electron", "renderer", "e2e", "package.json", ".gitignore"]) {
    const ours = (/** @type {string} */ path) => !/[\\/](node_modules|dist|bench|fixtures)$/.test(path);
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: ours });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");

  for (const [, , file, text] of types) plant(file, text);
  const projects = [...new Set(types.map(([, project]) => project ?? ""))];
  for (const project of projects) typesSay.set(project, (await checkTypes(copy, `${project}/tsconfig.json`)).output);

  // Planted after that, as the import of "electron" would bring Node's types into every room.
  for (const [, file, text] of lint) plant(file, text);
  plant("core/src/planted/other.ts", 'import "./cycle.ts";\nexport const two = 2;');
  plant("core/src/planted/long.ts", "export const x = 1;\n".repeat(401));
  plant("core/src/planted/rather-long.ts", "export const x = 1;\n".repeat(201));
  appendFileSync(join(copy, "build", "root.mjs"), "export const planted = 1;\n");

  lintSays = (await checkLint(copy, "github")).output;
  unusedSays = (await checkUnused(copy)).output;
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test.each(lint)("lint: %s", (_what, file, _text, rule) => {
  const lines = lintSays.split("\n").filter((line) => line.includes(`/${file},`));
  expect(lines.join("\n")).toContain(rule);
});

test.each(types)("types: %s", (_what, project, file, _text, word) => {
  const lines =
    typesSay
      .get(project)
      ?.split("\n")
      .filter((line) => line.startsWith(`${file}(`)) ?? [];
  expect(lines.join("\n")).toContain(word);
});

test("unused: a file that nobody imports", () => expect(unusedSays).toContain("core/src/planted/any.ts"));

test("unused: an export that nobody imports", () => expect(unusedSays).toMatch(/planted\s.*build\/root\.mjs/));

test("length: past 400 lines is too long, past 200 is listed", () => {
  const { tooLong, long } = longFiles(copy);
  expect(tooLong).toContain("401 core/src/planted/long.ts");
  expect(long).toContain("201 core/src/planted/rather-long.ts");
});

/** @param {string | undefined} file @param {string | undefined} text */
function plant(file = "", text = "") {
  const path = join(copy, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text.endsWith("\n") || text.endsWith("=  1") ? text : `${text}\n`);
}
