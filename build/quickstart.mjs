// @ts-check
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { _electron } from "@playwright/test";
import { root } from "./root.mjs";
import { alignedTable } from "./table.mjs";

/** @typedef {import("@playwright/test").Page} Page */

const folder = join(root, "out", "quickstart");
const openingLimit = 600_000;
const stepLimit = 120_000;

/**
 * Does the program's main job in its real window, by the names that a person sees: opens the file, asks for argmin along
 * axis 0, exports the answer. Leaves `out/quickstart/result.csv` and `window.png`, prints the answer as a table.
 *
 * @param {{ executable: string, sandbox: readonly string[], file: string, log: (line: string) => void }} options
 * @returns {Promise<number>} the exit code: 0, or 3 when the window says that it cannot read the file
 * @throws {Error} anything else that goes wrong, in one sentence
 */
export async function quickstart(options) {
  try {
    return await drive(options);
  } catch (error) {
    const [first] = String(error instanceof Error ? error.message : error).split("\n");
    throw new Error(`The quick start broke off: ${first}`, { cause: error });
  }
}

/** @param {Parameters<typeof quickstart>[0]} options */
async function drive({ executable, sandbox, file, log }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), "argscope-quickstart-"));
  log(`Quick start: opening ${file.startsWith(root) ? relative(root, file) : file} in the app, on a virtual display…`);
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandbox, `--user-data-dir=${profile}`, root, file],
    cwd: root,
    timeout: stepLimit,
  });
  try {
    const page = await app.firstWindow({ timeout: stepLimit });
    const refusal = await opened(page);
    if (refusal !== undefined) {
      log(refusal);
      return 3;
    }
    await argminAlongAxis0(page);
    await page.screenshot({ path: join(folder, "window.png") });
    const result = join(folder, "result.csv");
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, result);
    await exported(page, result);
    console.log(alignedTable(readFileSync(result, "utf8")));
    log("Quick start: the answer is in out/quickstart/result.csv, the window in out/quickstart/window.png.");
    return 0;
  } finally {
    await app.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Waits until the file stands in the grid. @param {Page} page @returns {Promise<string | undefined>} the window's refusal */
async function opened(page) {
  const shape = page.getByRole("status", { name: "Status" }).filter({ hasText: /\(\d/ });
  const alert = page.getByRole("alert").filter({ hasText: /\S/ });
  await shape.or(alert).first().waitFor({ timeout: openingLimit });
  return (await alert.count()) > 0 ? (await alert.first().innerText()).replace(/\s+/g, " ").trim() : undefined;
}

/** @param {Page} page */
async function argminAlongAxis0(page) {
  const choose = (/** @type {string} */ group, /** @type {string} */ name) =>
    page.getByRole("radiogroup", { name: group }).getByRole("radio", { name, exact: true }).check({ timeout: stepLimit });
  await choose("Operation", "argmin");
  await choose("Axis", "0");
  const status = await page.getByRole("status", { name: "Status" }).innerText();
  // Before axis 0 the window may show the answer for the whole array, which is a bare number, as it is for a "(5,)".
  const answer = /\(\d+, \d/.test(status) ? /^\s*\[/ : /\d/;
  await page.getByRole("status", { name: "Result" }).filter({ hasText: answer }).waitFor({ timeout: stepLimit });
  await showWinner(page);
}

/** In a long table no winner may be in sight: then the first of the list is gone to, as a person would. @param {Page} page */
async function showWinner(page) {
  const lit = page.locator('[data-winner="first"]').filter({ visible: true }).first();
  const listed = page.getByRole("list", { name: "Winners" }).getByRole("button").first();
  await listed.waitFor({ timeout: stepLimit });
  if (!(await lit.isVisible())) await listed.click({ timeout: stepLimit });
  await lit.waitFor({ timeout: stepLimit });
}

/** @param {Page} page @param {string} path */
async function exported(page, path) {
  await page.getByRole("button", { name: "Export", exact: true }).click({ timeout: stepLimit });
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByRole("button", { name: "Save", exact: true }).click({ timeout: stepLimit });
  for (const limit = Date.now() + stepLimit; ; ) {
    try {
      return readFileSync(path, "utf8"); // it gets its name when it is whole
    } catch (error) {
      if (Date.now() > limit) throw new Error("The window did not write the exported file.", { cause: error });
      await new Promise((again) => setTimeout(again, 50));
    }
  }
}
