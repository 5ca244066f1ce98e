import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ElectronApplication, Locator, Page } from "@playwright/test";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

/** A table whose cell (row, column) holds 100 * row + column, but for one that is missing. */
async function writeTable(folder: string, rows: number, columns: number): Promise<string> {
  const lines = Array.from({ length: rows }, (_, row) =>
    [
      `r${row}`,
      ...Array.from({ length: columns }, (_each, column) => (row === 2 && column === 2 ? "" : 100 * row + column)),
    ].join(","),
  );
  const path = join(folder, "cells.csv");
  await writeFile(
    path,
    `name,${Array.from({ length: columns }, (_, column) => `c${column}`).join(",")}\n${lines.join("\n")}\n`,
  );
  return path;
}

function cellOf(page: Page): (row: number, column: number) => Locator {
  return (row, column) => page.locator(`.ag-row[row-index="${row}"] [col-id="slot${column}"]`);
}

/** What is selected of what is to be seen: `row,column` of the slots. */
async function selected(page: Page): Promise<string[]> {
  return page
    .locator('[role=gridcell][aria-selected="true"]')
    .evaluateAll((cells) =>
      cells
        .map((cell) => `${cell.closest(".ag-row")?.getAttribute("row-index")},${cell.getAttribute("col-id")?.slice(4)}`)
        .sort(),
    );
}

function block(top: number, left: number, bottom: number, right: number): string[] {
  const cells: string[] = [];
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) cells.push(`${row},${column}`);
  return cells.sort();
}

const clipboardText = (app: ElectronApplication): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText());

test("the mouse selects cells, rows, columns and everything, and the status line says what they hold", async ({
  room,
  folder,
}) => {
  const { page } = room;
  const { grid, status } = windowOf(page);
  const line = page.getByRole("status", { name: "Selection" });
  const cell = cellOf(page);
  await room.pick(await writeTable(folder, 30, 6));
  await expect(status).toContainText("(30, 6)");

  await cell(1, 1).hover();
  await page.mouse.down();
  await cell(3, 2).hover();
  await page.mouse.up();
  expect(await selected(page)).toEqual(block(1, 1, 3, 2));
  await expect(line).toHaveText("3 × 2 selected · 5 numbers · 1 NaN · min 101 · max 302 · mean 201.4 · sum 1007");

  await cell(5, 3).click({ modifiers: ["Shift"] });
  expect(await selected(page)).toEqual(block(1, 1, 5, 3));
  await cell(0, 0).click({ modifiers: ["Control"] });
  expect(await selected(page)).toEqual(["0,0", ...block(1, 1, 5, 3)]);
  await expect(line).toContainText("2 ranges selected · 15 numbers · 1 NaN");

  await grid.getByRole("rowheader", { name: "4", exact: true }).click();
  expect(await selected(page)).toEqual(block(4, 0, 4, 5));
  await grid.getByRole("columnheader", { name: /^2 / }).click();
  await expect(line).toContainText("30 × 1 selected");
  await grid.getByRole("columnheader", { name: "row" }).click();
  await expect(line).toContainText("30 × 6 selected · 179 numbers · 1 NaN");
  await cell(2, 1).click();
  expect(await selected(page)).toEqual(["2,1"]);
  await expect(line).toHaveText("");
});

test("the keyboard selects as a spreadsheet's does", async ({ room, folder }) => {
  const { page } = room;
  const { status } = windowOf(page);
  const cell = cellOf(page);
  await room.pick(await writeTable(folder, 30, 6));
  await expect(status).toContainText("(30, 6)");
  await cell(0, 2).click();
  for (const key of ["Shift+ArrowDown", "Shift+ArrowRight"]) await page.keyboard.press(key);
  expect(await selected(page)).toEqual(block(0, 2, 1, 3));
  await expect(cell(0, 2)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  expect(await selected(page)).toEqual(["1,2"]);

  // The cell below is NaN: from the last cell before it to the next that has data, then to the end.
  await page.keyboard.press("Control+ArrowDown");
  await expect.poll(() => selected(page)).toEqual(["3,2"]);
  await expect(cell(3, 2)).toBeFocused();
  await page.keyboard.press("Control+Shift+ArrowRight");
  await expect.poll(() => selected(page)).toEqual(block(3, 2, 3, 5));
  await page.keyboard.press("Control+Shift+Home");
  expect(await selected(page)).toEqual(block(0, 0, 3, 2));
  await page.keyboard.press("Control+Space");
  const line = page.getByRole("status", { name: "Selection" });
  await expect(line).toContainText("30 × 3 selected");
  await cell(3, 2).click();
  await page.keyboard.press("Shift+Space");
  expect(await selected(page)).toEqual(block(3, 0, 3, 5));
  await page.keyboard.press("Control+a");
  await expect(line).toContainText("30 × 6 selected");
});

test("what is copied is the table that was selected", async ({ room, folder }) => {
  const { page, app } = room;
  if (app === null) throw new Error("This test reads the system's clipboard.");
  const { status } = windowOf(page);
  const line = page.getByRole("status", { name: "Selection" });
  const cell = cellOf(page);
  await room.pick(await writeTable(folder, 30, 6));
  await expect(status).toContainText("(30, 6)");
  await cell(1, 1).click();
  await cell(2, 2).click({ modifiers: ["Shift"] });
  await page.keyboard.press("Control+c");
  await expect(line).toContainText("copied 2 × 2");
  expect(await clipboardText(app)).toBe("101\t102\r\n201\tnan\r\n");
  await page.keyboard.press("Control+Shift+C");
  await expect(line).toContainText("with headers");
  expect(await clipboardText(app)).toBe("name\tc1\tc2\r\nr1\t101\t102\r\nr2\t201\tnan\r\n");
  await cell(2, 2).click({ button: "right" });
  await page.getByRole("menuitem", { name: /Copy as NumPy/ }).click();
  await expect(line).toContainText("as NumPy");
  expect(await clipboardText(app)).toBe("np.array([[101.0, 102.0],\n          [201.0, np.nan]])");
  await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.copy());
  await expect.poll(() => clipboardText(app)).toBe("101\t102\r\n201\tnan\r\n");
});

test("a drag beyond the edge scrolls on", async ({ room, folder }) => {
  const { page } = room;
  const { grid, status } = windowOf(page);
  await room.pick(await writeTable(folder, 500, 40));
  await expect(status).toContainText("(500, 40)");
  await cellOf(page)(2, 1).hover();
  await page.mouse.down();
  const box = await grid.boundingBox();
  if (box === null) throw new Error("There is no grid.");
  await page.mouse.move(box.x + 200, box.y + box.height + 60, { steps: 3 });
  await expect(grid.getByRole("rowheader", { name: "499", exact: true })).toBeVisible();
  await expect(page.getByRole("status", { name: "Selection" })).toContainText("498 × 2 selected · 996 numbers");
  await page.mouse.up();
});

test("the answer over a selection is the answer over that slice", async ({ room, folder }) => {
  const { page } = room;
  const { status, result } = windowOf(page);
  const cell = cellOf(page);
  await room.pick(await writeTable(folder, 30, 6));
  await expect(status).toContainText("(30, 6)");
  await cell(3, 1).click();
  await cell(8, 4).click({ modifiers: ["Shift"] });
  await page.getByRole("button", { name: "Argmin of the selection" }).click();
  await expect(page.getByRole("textbox", { name: "Expression" })).toHaveValue("np.argmin(a[3:9, 1:5], axis=0)");
  await expect(result).toHaveText("[0 0 0 0]");
  await expect(cell(3, 1)).toHaveAttribute("data-winner", "first");
  await expect(cell(2, 1)).not.toHaveAttribute("data-winner", "first");
  await cell(0, 0).click({ modifiers: ["Control"] });
  await expect(page.getByRole("button", { name: "Argmin of the selection" })).toBeHidden();
});
