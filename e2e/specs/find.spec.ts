import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../room.ts";
import { violations } from "../violations.ts";
import { windowOf } from "../window.ts";

const rows = 40_000;

/** Labels, and numbers that are 100 * row + column, but for a NaN near the end. */
async function writeTable(folder: string): Promise<string> {
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = [0, 1, 2, 3].map((column) => (row === 39_000 && column === 2 ? "nan" : 100 * row + column));
    return [row === 12_345 ? "Québec" : `town ${row}`, ...cells].join(",");
  });
  const path = join(folder, "towns.csv");
  await writeFile(path, `town,a,b,c,d\n${lines.join("\n")}\n`);
  return path;
}

/** The cell that is selected alone, as the grid names its row and column. */
async function here(page: Page): Promise<string> {
  const cell = page.locator('[role=gridcell][data-selected="alone"]');
  await expect(cell).toHaveCount(1);
  const column = await cell.getAttribute("aria-colindex");
  const row = await cell.evaluate((element) => element.closest("[role=row]")?.getAttribute("aria-rowindex"));
  return `${Number(row) - 2}, ${Number(column) - 3}`;
}

test("Find looks through the whole array and its labels, counts, goes on and back, and says where it wraps", async ({
  room,
  folder,
}) => {
  const { page } = room;
  const { status, grid } = windowOf(page);
  await room.pick(await writeTable(folder));
  await expect(status).toContainText("(40000, 4)");
  await grid.getByRole("gridcell").nth(2).click();

  await page.keyboard.press("Control+f");
  const field = page.getByRole("textbox", { name: "Find" });
  const found = page.getByRole("status", { name: "Found" });
  await expect(field).toBeFocused();
  await page.keyboard.type("nan");
  await expect(found).toHaveText("1 found");
  expect(await here(page)).toBe("39000, 2");
  await expect(field).toBeFocused();

  await field.fill("= 500");
  await expect(found).toContainText("1 found");
  await expect.poll(() => here(page)).toBe("5, 0");
  await field.fill("> 3999902");
  await expect(found).toContainText("1 found");
  await expect.poll(() => here(page)).toBe("39999, 3");
  await page.keyboard.press("Enter");
  await expect(found).toContainText("went on past the end");

  await field.fill("québec");
  await expect(found).toContainText("1 found");
  await expect(page.getByRole("status", { name: "Selection" })).toContainText("1 × 4 selected");
  await page.getByRole("checkbox", { name: "Match case" }).check();
  await expect(found).toHaveText("not found");

  await page.getByRole("checkbox", { name: "Match case" }).uncheck();
  await field.fill("town 3999");
  await expect(found).toContainText("11 found");
  await page.keyboard.press("F3");
  for (let step = 0; step < 3; step++) await page.keyboard.press("Shift+F3");
  await expect(found).toContainText("went on past the start");
  await field.focus();
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
  await expect(page.locator(":focus")).toHaveAttribute("role", "gridcell");
});

test("Go to leads to a row, a cell or a label, and says what is out of range", async ({ room, folder }) => {
  const { page } = room;
  const { status, grid } = windowOf(page);
  await room.pick(await writeTable(folder));
  await expect(status).toContainText("(40000, 4)");
  await grid.getByRole("gridcell").nth(2).click();
  const dialog = page.getByRole("dialog", { name: "Go to" });
  const field = (): Locator => dialog.getByRole("textbox");
  const go = async (text: string): Promise<void> => {
    await page.keyboard.press("Control+g");
    await expect(field()).toBeFocused();
    await field().fill(text);
    await page.keyboard.press("Enter");
  };

  await go("20000, 3");
  await expect(dialog).toBeHidden();
  expect(await here(page)).toBe("20000, 3");
  await expect(page.locator(":focus")).toHaveText("2000003");
  await page.keyboard.press("ArrowDown");
  expect(await here(page)).toBe("20001, 3");
  await go("-1");
  expect(await here(page)).toBe("39999, 3");
  await go("québec");
  await expect(dialog).toBeHidden();
  expect(await here(page)).toBe("12345, 3");

  await go("40000");
  await expect(dialog.getByRole("alert")).toHaveText("Row 40,000 is out of range: there are 0 to 39,999.");
  await field().fill("0, 4");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toHaveText("Column 4 is out of range: there are 0 to 3.");
  await field().fill("Atlantis");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toHaveText("No row is called “Atlantis”.");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await here(page)).toBe("12345, 3");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no rule of accessibility is broken with a selection, the search and Go to in the ${colorScheme} window`, async ({
    room,
  }) => {
    const { page } = room;
    const window = windowOf(page);
    await page.emulateMedia({ colorScheme });
    await window.sample("Monthly mean temperatures of cities").click();
    await expect(window.winners.first()).toBeVisible();
    await page.keyboard.press("Control+a");
    await expect(page.getByRole("status", { name: "Selection" })).toContainText("sum");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Control+f");
    await page.keyboard.type("zzz");
    await expect(page.getByRole("status", { name: "Found" })).toHaveText("not found");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+g");
    await page.keyboard.type("zzz");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Go to" }).getByRole("alert")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
