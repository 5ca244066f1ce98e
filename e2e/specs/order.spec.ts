import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { bigTable } from "../big-table.ts";
import { expectNoStutter, measuredAgain, pageThreadTasks } from "../page-thread.ts";
import { expect, type Room, test } from "../room.ts";
import { bare, windowOf } from "../window.ts";

const header = (page: Page, name: RegExp) => windowOf(page).grid.getByRole("columnheader", { name });

async function fromMenu(page: Page, of: ReturnType<typeof header>, item: string): Promise<void> {
  await of.click({ button: "right" });
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** The row numbers in sight, from the top. */
async function rowNumbers(page: Page): Promise<number[]> {
  const texts = await windowOf(page).grid.getByRole("rowheader").allInnerTexts();
  return texts.filter((text) => /^\d+$/u.test(text)).map(Number);
}

async function open(room: Room, folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, text);
  await room.pick(path);
}

const TABLE = `city,low,high
Oslo,-4,17
Rome,8,26
Cairo,9,nan
Quito,8,15
Perth,9,25
`;

test("sorting and filtering change what is shown, never the indices", async ({ room, folder }) => {
  const { page } = room;
  const window = windowOf(page);
  await open(room, folder, "cities.csv", TABLE);
  await expect(window.result).toHaveText("[0 2]");
  expect(await rowNumbers(page)).toEqual([0, 1, 2, 3, 4]);

  await fromMenu(page, header(page, /low/u), "Sort descending");
  await expect.poll(() => rowNumbers(page)).toEqual([2, 4, 1, 3, 0]);
  await expect(header(page, /low/u)).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByRole("region", { name: "Order of the rows" })).toContainText("Sorted by column 0 (low) ↓");

  await fromMenu(page, header(page, /high/u), "Then sort ascending");
  await expect.poll(() => rowNumbers(page)).toEqual([4, 2, 3, 1, 0]);

  // The answer, and the row that is lit for it, are the array's.
  await window.choose("Operation", "argmax");
  await expect(window.result).toHaveText("[2 2]");
  const lit = page.locator('[data-winner="first"]');
  await expect(lit).toHaveCount(2);
  for (const cell of await lit.all()) {
    const row = cell.locator("xpath=ancestor::*[@role='row']");
    await expect(row.getByRole("rowheader")).toHaveText("2");
  }
  await window.choose("NaN", "Skip NaN");
  await expect(window.result).toHaveText("[2 1]");
  expect((await window.winningTexts()).toSorted()).toEqual(["26", "9"]);

  await fromMenu(page, header(page, /city/u), "Filter…");
  const dialog = page.getByRole("dialog", { name: "Filter" });
  await dialog.getByRole("combobox", { name: "Condition" }).selectOption("contains");
  await dialog.getByRole("textbox", { name: "Value" }).fill("O");
  await page.keyboard.press("Enter");
  await expect.poll(() => rowNumbers(page)).toEqual([2, 3, 1, 0]);
  await expect(window.result).toHaveText("[2 1]");
  await expect(window.grid).toHaveAttribute("aria-rowcount", "6");
  await expect(page.getByRole("region", { name: "Order of the rows" })).toContainText("4 of 5 rows");

  await page.getByRole("button", { name: "Show all rows as they are" }).click();
  await expect.poll(() => rowNumbers(page)).toEqual([0, 1, 2, 3, 4]);
  await expect(page.getByRole("region", { name: "Order of the rows" })).toBeHidden();
});

test("a filter that asks for no number says so, and changes nothing", async ({ room, folder }) => {
  const { page } = room;
  await open(room, folder, "cities.csv", TABLE);
  await expect(windowOf(page).result).toHaveText("[0 2]");
  await fromMenu(page, header(page, /low/u), "Filter…");
  const dialog = page.getByRole("dialog", { name: "Filter" });
  await dialog.getByRole("textbox", { name: "Value" }).fill("warm");
  await dialog.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(dialog.getByRole("alert")).toHaveText('"warm" is not a number.');
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await rowNumbers(page)).toEqual([0, 1, 2, 3, 4]);
});

test("the menu of a column opens with Alt+Down and is walked by keys", async ({ room, folder }) => {
  const { page } = room;
  await open(room, folder, "cities.csv", TABLE);
  await expect(windowOf(page).result).toHaveText("[0 2]");
  await windowOf(page).grid.getByRole("gridcell").nth(1).click();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByRole("menu", { name: "Column" })).toBeVisible();
  await page.keyboard.press("f");
  await expect(page.getByRole("menuitem", { name: "Filter…" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await page.keyboard.press("Alt+ArrowDown");
  while (!/^Sort ascending/u.test(bare(await page.locator(":focus").innerText()))) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(() => rowNumbers(page)).toEqual([0, 1, 3, 2, 4]);
});

test.describe("measured", () => {
  test.describe.configure(measuredAgain);

  test("1,000,000 rows are sorted and coloured while the window stays free", async ({ room, folder }) => {
    const { page, app } = room;
    if (app === null) throw new Error("This test reads Electron's own trace.");
    const table = await bigTable();
    await room.pick(table.path);
    const { status, result } = windowOf(page);
    await expect(status).toContainText("(1000000, 20)");
    await expect(header(page, /^3 sensor 3/u)).toBeVisible();
    await expect(result).toContainText(` ${table.axis0[1]} `);
    const answer = await result.innerText();
    let milliseconds = 0;
    const tasks = await pageThreadTasks(app, folder, async () => {
      const order = page.getByRole("region", { name: "Order of the rows" });
      await header(page, /^3 sensor 3/u).click({ button: "right" });
      const item = page.getByRole("menuitem", { name: "Sort ascending", exact: true });
      await item.waitFor();
      const start = performance.now();
      await item.click();
      await expect(order).toContainText("Sorted by column 3");
      await expect.poll(async () => (await rowNumbers(page))[0]).toBe(table.axis0[3]);
      milliseconds = performance.now() - start;
      await page.keyboard.press("Control+Shift+H");
      await expect(page.getByRole("region", { name: "Colours of the cells" })).toBeVisible();
      await expect(page.locator('.ag-row[row-index="0"] [col-id="slot3"][data-heat="0"]')).toBeVisible();
    });
    // The smallest of the column is at the top now, and lit: the answer is the array's as before.
    await expect(page.locator('.ag-row[row-index="0"] [col-id="slot3"]')).toHaveAttribute("data-winner", "first");
    await expect(result).toHaveText(answer);
    console.log(`sorting 1,000,000 rows by a column: ${milliseconds.toFixed(0)} ms from the click to the rows`);
    expectNoStutter(tasks, "sorting");
  });
});
