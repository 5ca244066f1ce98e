import type { Locator } from "@playwright/test";
import { type BigTable, bigTable } from "../big-table.ts";
import { expectNoStutter, measuredAgain, pageThreadTasks } from "../page-thread.ts";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

test.describe.configure(measuredAgain);
let table: BigTable;

test.beforeAll(async () => {
  table = await bigTable();
});

test("the answer over a selection is lit at once", async ({ room }) => {
  const { page } = room;
  const { status, grid, result, choose } = windowOf(page);
  await room.pick(table.path);
  await expect(status).toContainText("(1000000, 20)");
  await choose("Axis", "1");
  await grid.getByRole("columnheader", { name: /^2 / }).click();
  await grid.getByRole("columnheader", { name: /^6 / }).click({ modifiers: ["Shift"] });
  const line = page.getByRole("status", { name: "Selection" });
  await expect(line).toContainText("1,000,000 × 5 selected · 5,000,000 numbers");
  const milliseconds = await page.evaluate(untilLit);
  await expect(page.getByRole("textbox", { name: "Expression" })).toHaveValue("np.argmin(a[:, 2:7], axis=1)");
  console.log(`from the click to the lit cells of argmin over 1,000,000 × 5: ${milliseconds.toFixed(0)} ms`);

  await choose("Axis", "0");
  await expect(result).toHaveText(`[${table.axis0.slice(2, 7).join(" ")}]`);
});

test("drawing a selection and adding it up leave the page's thread free", async ({ room, folder }) => {
  const { page, app } = room;
  if (app === null) throw new Error("This test reads Electron's own trace.");
  const { status, grid } = windowOf(page);
  const line = page.getByRole("status", { name: "Selection" });
  const cell = (row: number, column: number): Locator => page.locator(`.ag-row[row-index="${row}"] [col-id="slot${column}"]`);
  await room.pick(table.path);
  await expect(status).toContainText("(1000000, 20)");
  await cell(0, 0).click();
  const box = await grid.boundingBox();
  if (box === null) throw new Error("There is no grid.");
  const tasks = await pageThreadTasks(app, folder, async () => {
    await cell(1, 1).hover();
    await page.mouse.down();
    await cell(20, 5).hover();
    await page.mouse.move(box.x + 400, box.y + box.height + 200, { steps: 5 });
    await page.waitForTimeout(1500);
    await page.mouse.up();
    await cell(3, 3).click();
    await page.keyboard.press("Control+Shift+ArrowDown");
    await expect(line).toContainText(/99\d,\d{3} × 1 selected/u);
    await page.keyboard.press("Control+a");
    await expect(line).toContainText("20,000,000 numbers");
    for (let notch = 0; notch < 10; notch++) await page.mouse.wheel(0, 400);
    await page.keyboard.press("Control+c");
    await expect(page.getByRole("alert")).toContainText("no more than 16,000,000 characters");
  });
  expectNoStutter(tasks, "selecting");

  // Some 9,000,000 characters. Chromium hands them to the system in one task of its own.
  await grid.getByRole("columnheader", { name: /^0 / }).click();
  await page.keyboard.press("Control+c");
  await expect(line).toContainText("copied 1,000,000 × 1");
});

/** Runs in the page: presses the button, and waits until the rows in sight are lit where their smallest number of slots 2 to 6 is. */
async function untilLit(): Promise<number> {
  const rows = [...document.querySelectorAll(".ag-grid-scrolling-container .ag-row")].slice(0, 20);
  const numbers = rows.map((row) =>
    [2, 3, 4, 5, 6].map((slot) => Number(row.querySelector(`[col-id="slot${slot}"]`)?.textContent)),
  );
  const wanted = numbers.map((row) => `slot${2 + row.indexOf(Math.min(...row))}`).join();
  const lit = (): string =>
    rows
      .map((row) => [...row.querySelectorAll('[data-winner="first"]')].map((cell) => cell.getAttribute("col-id")).join("+"))
      .join();
  if (lit() === wanted) throw new Error("The cells are lit before anything was asked.");
  const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Argmin of the selection");
  const start = performance.now();
  button?.click();
  while (lit() !== wanted && performance.now() - start < 120_000) await new Promise(requestAnimationFrame);
  if (lit() !== wanted) throw new Error(`Lit are ${lit()} instead of ${wanted}.`);
  return performance.now() - start;
}
