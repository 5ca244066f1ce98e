import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../room.ts";
import { violations } from "../violations.ts";
import { bare, windowOf } from "../window.ts";

const CSV = "city,jan,jul\nOslo,-4,18.5\nCairo,14,28\nQuito,13,15\n";

/** The cell of a row and a column of the array. */
function cell(page: Page, row: number, column: number): Locator {
  return page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="slot${column}"]`);
}

test.beforeEach(async ({ room, folder }) => {
  const path = join(folder, "cities.csv");
  await writeFile(path, CSV);
  await room.pick(path);
  await expect(windowOf(room.page).grid).toBeVisible();
  await expect(windowOf(room.page).result).toHaveText("[0 2]");
});

test("typing on a cell replaces it, and the answer follows at once", async ({ room: { page } }) => {
  const { result } = windowOf(page);
  await cell(page, 1, 0).click();
  await page.keyboard.type("-99");
  const field = page.getByRole("textbox", { name: "Edit row 1, column 0 (jan)" });
  await expect(field).toHaveValue("-99");
  await page.keyboard.press("Enter");
  await expect(result).toHaveText("[1 2]");
  await expect(cell(page, 1, 0)).toHaveText("-99");
  await expect(cell(page, 1, 0)).toHaveAttribute("data-edited", "");
  await expect(cell(page, 1, 0)).toHaveAttribute("data-winner", "first");
  // Enter goes on to the cell below.
  await page.keyboard.type("5");
  await expect(page.getByRole("textbox", { name: "Edit row 2, column 0 (jan)" })).toHaveValue("5");
  await page.keyboard.press("Escape");
  await expect(cell(page, 2, 0)).toHaveText("13");
  await page.keyboard.press("Control+z");
  await expect(result).toHaveText("[0 2]");
  await expect(cell(page, 1, 0)).not.toHaveAttribute("data-edited");
});

test("a NaN that is typed wins, says so, and goes with undo; redo brings it back", async ({ room: { page } }) => {
  const { result, status } = windowOf(page);
  await cell(page, 2, 1).dblclick();
  const field = page.getByRole("textbox", { name: "Edit row 2, column 1 (jul)" });
  await expect(field).toHaveValue("15");
  await field.fill("nan");
  await page.keyboard.press("Tab");
  await cell(page, 0, 1).dblclick();
  await page.getByRole("textbox", { name: "Edit row 0, column 1 (jul)" }).fill("nan");
  await page.keyboard.press("Enter");
  await expect(result).toHaveText("[0 0]");
  await expect(status).toContainText("2 NaN");
  await expect(cell(page, 0, 1)).toHaveAttribute("aria-description", /winner.*NaN/u);
  await page.keyboard.press("Control+z");
  await expect(result).toHaveText("[0 2]");
  await expect(cell(page, 0, 1)).not.toHaveAttribute("aria-description", /winner/u);
  await expect(cell(page, 2, 1)).toHaveAttribute("aria-description", /winner.*NaN/u);
  await page.keyboard.press("Control+z");
  await expect(cell(page, 2, 1)).toHaveText("15");
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("Control+y");
  await expect(result).toHaveText("[0 0]");
});

test("a text that is no number is refused in place, and nothing changes", async ({ room: { page } }) => {
  await cell(page, 0, 0).click();
  await page.keyboard.press("F2");
  const field = page.getByRole("textbox", { name: "Edit row 0, column 0 (jan)" });
  await field.fill("abc");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveText(/“abc” is not a number|“abc” is not a whole number/u);
  await expect(field).toBeFocused();
  await page.screenshot({ path: test.info().outputPath("refused.png") });
  await page.keyboard.press("Escape");
  expect(bare(await cell(page, 0, 0).innerText())).toBe("-4");
  await expect(cell(page, 0, 0)).toBeFocused();
});

test("a label is edited through the same field", async ({ room: { page } }) => {
  const label = page.locator('.ag-row[row-index="1"] .ag-cell[col-id="label"]');
  await label.dblclick();
  const field = page.getByRole("textbox", { name: "Edit row 1, city" });
  await expect(field).toHaveValue("Cairo");
  await field.fill("Alexandria");
  await page.screenshot({ path: test.info().outputPath("label.png") });
  await page.keyboard.press("Enter");
  await expect(label).toHaveText("Alexandria");
  await expect(label).toHaveAttribute("data-edited", "");
  await page.screenshot({ path: test.info().outputPath("edited.png") });
  await page.keyboard.press("Control+z");
  await expect(label).toHaveText("Cairo");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no rule of accessibility is broken in the ${colorScheme} window while cells are edited and saved`, async ({ room }) => {
    const { page } = room;
    await page.emulateMedia({ colorScheme });
    await cell(page, 0, 1).click();
    await page.keyboard.type("77");
    await page.keyboard.press("Enter");
    await cell(page, 0, 0).click();
    await page.keyboard.type("abc");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath("refused.png") });
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Shift+S");
    await expect(page.getByRole("dialog", { name: "Save as" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath("save-as.png") });
  });
}

test("the keyboard alone edits, walks on and undoes", async ({ room: { page } }) => {
  const { result } = windowOf(page);
  await cell(page, 0, 0).focus();
  await page.keyboard.type("50");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("1");
  await page.keyboard.press("Tab");
  await expect(cell(page, 1, 1)).toBeFocused();
  await expect(result).toHaveText("[1 2]");
  await page.keyboard.press("F2");
  const field = page.getByRole("textbox", { name: "Edit row 1, column 1 (jul)" });
  await expect(field).toHaveValue("28");
  await page.keyboard.press("End");
  await page.keyboard.type("5");
  await page.keyboard.press("Shift+Enter");
  await expect(cell(page, 1, 1)).toHaveText("285");
  await expect(cell(page, 0, 1)).toBeFocused();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(page.locator("[data-edited]")).toHaveCount(0);
  await expect(result).toHaveText("[0 2]");
});

test("a fast typist loses no key: what is typed without a pause, on a slow machine, is in the file", async ({
  room,
  folder,
}) => {
  const { page } = room;
  // More rows than the window shows, so that it has to move under the typing.
  const rows = 60;
  const path = join(folder, "fast.csv");
  await writeFile(path, `a,b\n${Array.from({ length: 20_000 }, (_, row) => `${row}.5,${row}.25`).join("\n")}\n`);
  await room.pick(path);
  await expect(windowOf(page).status).toContainText("(20000, 2) float64");
  await cell(page, 0, 0).focus();
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  const keys = Array.from({ length: rows }, (_, row) => [...`${row}7`, "Tab", ...`-${row}`, "Enter", "ArrowLeft"]).flat();
  // Every key is sent before the first one is answered.
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved fast.csv.")).toBeVisible();
  const written = (await readFile(path, "utf8")).split("\n").slice(1, rows + 2);
  expect(written).toEqual([...Array.from({ length: rows }, (_, row) => `${row}7,-${row}`), `${rows}.5,${rows}.25`]);
});

test("what is typed right behind Ctrl and an arrow is for the cell at the edge, however long that is looked for", async ({
  room,
  folder,
}) => {
  const { page } = room;
  const path = join(folder, "edges.csv");
  const last = 19_999;
  await writeFile(path, `a,b\n${Array.from({ length: last + 1 }, (_, row) => `${row}.5,${row}.25`).join("\n")}\n`);
  await room.pick(path);
  await expect(windowOf(page).status).toContainText("(20000, 2) float64");
  await cell(page, 0, 0).focus();
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  const across = ["Control+ArrowRight", ..."4 2x", "Backspace", "Backspace", "Backspace", "0", "Enter"];
  const down = [
    "Control+ArrowDown",
    ..."-1",
    "ArrowUp",
    "F2",
    "5",
    "Shift+Tab",
    "Control+ArrowUp",
    "Shift+ArrowDown",
    "Delete",
  ];
  // Every key is sent before the first one is answered; a modifier is down with its own key alone.
  const sent = [...across, ...down].flatMap((combination) => {
    const keys = combination.split("+");
    return [...keys.map((key) => page.keyboard.down(key)), ...keys.reverse().map((key) => page.keyboard.up(key))];
  });
  await Promise.all(sent);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await expect(cell(page, 1, 0)).toHaveAttribute("data-edited", "");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved edges.csv.")).toBeVisible();
  const written = (await readFile(path, "utf8")).split("\n");
  expect(written.slice(0, 4)).toEqual(["a,b", ",40", ",1.25", "2.5,2.25"]);
  expect(written.slice(-4)).toEqual(["19997.5,19997.25", "19998.5,19998.255", "19999.5,-1", ""]);
});
