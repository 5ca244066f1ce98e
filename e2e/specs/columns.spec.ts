import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, type Room, test } from "../room.ts";
import { windowOf } from "../window.ts";

const columns = 30;
const rows = 200;

const header = (page: Page, column: number): Locator =>
  windowOf(page).grid.getByRole("columnheader", { name: new RegExp(`^${column} c${column}( |$)`, "u") });

/** Numbers of the columns in sight, from the left. */
async function columnNumbers(page: Page): Promise<number[]> {
  const heads = page.locator('[role=columnheader][col-id^="slot"]:not([data-beyond]) .heading-number');
  return (await heads.allTextContents()).map(Number);
}

async function rowNumbers(page: Page): Promise<number[]> {
  const texts = await windowOf(page).grid.getByRole("rowheader").allInnerTexts();
  return texts.filter((text) => /^\d+$/u.test(text)).map(Number);
}

async function open(room: Room, folder: string): Promise<void> {
  const path = join(folder, "wide.csv");
  const names = Array.from({ length: columns }, (_, k) => `c${k}`);
  const lines = Array.from({ length: rows }, (_, row) => names.map((_name, column) => row * columns + column + 0.5).join(","));
  await writeFile(path, [names.join(","), ...lines].join("\n"));
  await room.pick(path);
  await expect(windowOf(room.page).status).toContainText("(200, 30)");
  await expect(header(room.page, 0)).toBeVisible();
}

async function choose(page: Page, of: Locator, item: string): Promise<void> {
  await of.click({ button: "right" });
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

const widthOf = async (of: Locator): Promise<number> => (await of.boundingBox())?.width ?? 0;

test("a column is hidden, moved and shown again, and the answer stays", async ({ room, folder }) => {
  const { page } = room;
  const window = windowOf(page);
  await open(room, folder);
  const answer = await window.result.innerText();
  await choose(page, header(page, 1), "Hide column");
  await expect.poll(async () => (await columnNumbers(page)).slice(0, 3)).toEqual([0, 2, 3]);
  await choose(page, header(page, 3), "Move column left");
  await expect.poll(async () => (await columnNumbers(page)).slice(0, 3)).toEqual([0, 3, 2]);
  await expect(window.grid).toHaveAttribute("aria-colcount", String(columns));
  // With Alt a header is dragged to another place.
  await page.keyboard.down("Alt");
  await header(page, 0).dragTo(header(page, 2));
  await page.keyboard.up("Alt");
  await expect.poll(async () => (await columnNumbers(page)).slice(0, 3)).toEqual([3, 2, 0]);
  await expect(window.result).toHaveText(answer);

  await choose(page, header(page, 3), "Columns…");
  const dialog = page.getByRole("dialog", { name: "Columns" });
  await expect(dialog).toContainText("29 of 30 columns are shown");
  await dialog.getByRole("checkbox", { name: "column 1 (c1)" }).check();
  await dialog.getByRole("button", { name: "Restore all" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect.poll(async () => (await columnNumbers(page)).slice(0, 4)).toEqual([0, 1, 2, 3]);
});

test("the edge of a header makes its column wider, and fits it", async ({ room, folder }) => {
  const { page } = room;
  await open(room, folder);
  const first = header(page, 0);
  const before = await widthOf(first);
  const edge = await first.locator('[data-handle="edge"]').boundingBox();
  if (edge === null) throw new Error("The header has no edge.");
  await page.mouse.move(edge.x + 3, edge.y + 5);
  await page.mouse.down();
  await page.mouse.move(edge.x + 83, edge.y + 5, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => widthOf(first)).toBe(before + 80);
  const cell = windowOf(page).grid.locator('[col-id="slot0"].ag-cell:not([data-beyond])').first();
  expect(await widthOf(cell)).toBe(before + 80);
  await page.mouse.dblclick(edge.x + 83, edge.y + 5);
  await expect.poll(() => widthOf(first)).toBeLessThan(before + 40);
});

test("without a mouse: Alt and the arrows make the focused column wider and narrower, and it is said", async ({
  room,
  folder,
}) => {
  const { page } = room;
  await open(room, folder);
  const said = page.getByRole("status", { name: "Changed" });
  const second = header(page, 1);
  const before = await widthOf(second);
  const others = await widthOf(header(page, 0));
  await windowOf(page).grid.locator('[col-id="slot1"].ag-cell').nth(2).click();
  const focused = await page.locator(":focus").innerText();
  await page.keyboard.press("Alt+ArrowRight");
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(() => widthOf(second)).toBe(before + 32);
  await expect(said).toHaveText(`column 1 (c1) is ${before + 32} pixels wide`);
  await page.keyboard.press("Alt+ArrowLeft");
  await expect.poll(() => widthOf(second)).toBe(before + 16);
  for (let k = 0; k < 12; k++) await page.keyboard.press("Alt+ArrowLeft");
  await expect(said).toHaveText("column 1 (c1) is 24 pixels wide");
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect.poll(() => widthOf(second)).toBeGreaterThan(50);
  await expect(said).toHaveText(`column 1 (c1) is ${await widthOf(second)} pixels wide`);
  await expect(page.locator(":focus")).toHaveText(focused);
  expect(await widthOf(header(page, 0))).toBe(others);
});

test("a column whose edge the keys push out of the window comes back into sight", async ({ room, folder }) => {
  const { page } = room;
  await open(room, folder);
  await windowOf(page).grid.locator('[col-id="slot0"].ag-cell').first().click();
  await page.keyboard.press("End");
  await expect(page.locator(":focus")).toHaveText("29.5");
  await page.mouse.move(600, 400);
  for (let k = 0; k < columns; k++) await page.mouse.wheel(-400, 0);
  await expect.poll(async () => (await columnNumbers(page))[0]).toBe(0);
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(async () => (await columnNumbers(page)).at(-1)).toBe(columns - 1);
  await expect(page.locator(":focus")).toHaveText("29.5");
});

test("the keys of a column's width stand in its menu and in the keyboard map", async ({ room, folder }) => {
  const { page } = room;
  await open(room, folder);
  const before = await widthOf(header(page, 2));
  await header(page, 2).click({ button: "right" });
  await expect(page.getByRole("menuitem", { name: "Wider column" })).toContainText("Alt+→");
  await page.getByRole("menuitem", { name: "Wider column" }).click();
  await expect.poll(() => widthOf(header(page, 2))).toBe(before + 16);
  await page.keyboard.press("F1");
  const map = page.getByRole("dialog", { name: "Keyboard" });
  for (const name of ["Auto-size column", "Wider column", "Narrower column"]) await expect(map).toContainText(name);
});

test("frozen columns and rows stand still while the others move", async ({ room, folder }) => {
  const { page } = room;
  const { grid } = windowOf(page);
  await open(room, folder);
  await choose(page, header(page, 1), "Freeze columns to here");
  await choose(page, grid.getByRole("rowheader", { name: "0", exact: true }), "Freeze rows to here");
  await grid.getByRole("gridcell").nth(4).click();
  await page.keyboard.press("Control+End");
  await expect.poll(async () => (await columnNumbers(page)).slice(0, 2)).toEqual([0, 1]);
  expect((await columnNumbers(page)).at(-1)).toBe(columns - 1);
  expect((await columnNumbers(page))[2]).toBeGreaterThan(2);
  const numbers = await rowNumbers(page);
  expect(numbers[0]).toBe(0);
  expect(numbers[1]).toBeGreaterThan(100);
  expect(numbers).toContain(rows - 1);
  await expect(page.locator(":focus")).toHaveText(String((rows - 1) * columns + columns - 0.5));
  // Into the frozen part and out of it again by the arrows: what moves stays where it is.
  const column = (await columnNumbers(page))[2];
  await page.keyboard.press("Home");
  await expect.poll(async () => (await columnNumbers(page))[2]).toBe(column);
  await choose(page, header(page, 0), "Freeze nothing");
  await expect.poll(async () => (await columnNumbers(page)).includes(0) && (await rowNumbers(page))[0] === 0).toBe(false);
});

test("a number format changes what is seen and nothing else", async ({ room, folder }) => {
  const { page } = room;
  const window = windowOf(page);
  await open(room, folder);
  const answer = await window.result.innerText();
  await choose(page, header(page, 0), "Number format…");
  const dialog = page.getByRole("dialog", { name: "Number format" });
  await dialog.getByRole("radio", { name: /^Thousands/u }).check();
  await dialog.getByRole("spinbutton", { name: "Digits behind the point" }).fill("3");
  await dialog.getByRole("button", { name: "Apply" }).click();
  const cells = window.grid.locator('[col-id="slot0"].ag-cell:not([data-beyond])');
  await expect(cells.nth(1)).toHaveText("30.500");
  await expect(window.grid.locator('[col-id="slot1"].ag-cell:not([data-beyond])').nth(1)).toHaveText("31.5");
  await page.keyboard.press("Control+End");
  await expect(window.result).toHaveText(answer);
});
