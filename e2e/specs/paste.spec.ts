import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expectNoStutter, measuredAgain, pageThreadTasks } from "../page-thread.ts";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

const CSV = "city,jan,jul\nOslo,-4,18.5\nCairo,14,28\nQuito,13,15\n";

function cell(page: Page, row: number, column: number): Locator {
  return page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="slot${column}"]`);
}

/** The person has this text on the clipboard and presses Ctrl+V. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, text);
}

test("what is pasted spreads over the cells, is one step back, and is saved", async ({ room: { pick, page }, folder }) => {
  const path = join(folder, "cities.csv");
  await writeFile(path, CSV);
  await pick(path);
  const { result } = windowOf(page);
  await expect(result).toHaveText("[0 2]");
  await cell(page, 1, 0).click();
  await paste(page, "-50\t2\n3\t-60\n");
  await expect(result).toHaveText("[1 2]");
  await expect(cell(page, 2, 1)).toHaveText("-60");
  await expect(page.locator("[data-edited]")).toHaveCount(4);
  await page.screenshot({ path: test.info().outputPath("pasted.png") });
  await page.keyboard.press("Control+z");
  await expect(page.locator("[data-edited]")).toHaveCount(0);
  await expect(result).toHaveText("[0 2]");
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+s");
  await expect.poll(() => readFile(path, "utf8")).toBe("city,jan,jul\nOslo,-4,18.5\nCairo,-50,2\nQuito,3,-60\n");
});

test("what is no number is refused whole, and the first bad cell named", async ({ room: { pick, page }, folder }) => {
  const path = join(folder, "cities.csv");
  await writeFile(path, CSV);
  await pick(path);
  await expect(windowOf(page).result).toHaveText("[0 2]");
  await cell(page, 0, 0).click();
  await paste(page, "1\t2\n3\tabc\n");
  await expect(windowOf(page).alert).toHaveText(/Nothing was pasted\. Row 1, column 1 \(jul\): “abc” is not a number\./u);
  await expect(page.locator("[data-edited]")).toHaveCount(0);
  await page.screenshot({ path: test.info().outputPath("refused.png") });
});

test("Delete empties the cells; the menu opens the field", async ({ room: { pick, page }, folder }) => {
  const path = join(folder, "cities.csv");
  await writeFile(path, CSV);
  await pick(path);
  await expect(windowOf(page).result).toHaveText("[0 2]");
  await cell(page, 1, 1).click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Delete");
  await expect(windowOf(page).status).toContainText("2 NaN");
  await expect(cell(page, 2, 1)).toHaveText("nan");
  await cell(page, 1, 1).click({ button: "right" });
  await page.getByRole("menuitem", { name: /Edit the cell/u }).click();
  const field = page.getByRole("textbox", { name: "Edit row 1, column 1 (jul)" });
  await expect(field).toBeFocused();
  await field.fill("9");
  await page.keyboard.press("Enter");
  await expect(cell(page, 1, 1)).toHaveText("9");
});

test("Ctrl+X takes the cells along, and Ctrl+V puts them down elsewhere", async ({ room: { app, pick, page }, folder }) => {
  test.skip(app === null, "a browser asks before it gives the clipboard away");
  const path = join(folder, "cities.csv");
  await writeFile(path, CSV);
  await pick(path);
  await expect(windowOf(page).result).toHaveText("[0 2]");
  await cell(page, 0, 0).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+x");
  await expect(windowOf(page).status).toContainText("2 NaN");
  await cell(page, 2, 0).click();
  await page.keyboard.press("Control+v");
  await expect(cell(page, 2, 1)).toHaveText("18.5");
  await page.keyboard.press("Control+s");
  await expect.poll(() => readFile(path, "utf8")).toBe("city,jan,jul\nOslo,,\nCairo,14,28\nQuito,-4,18.5\n");
});

test("edits reach the cells that a sorted view shows, by the array's rows", async ({ room: { pick, page }, folder }) => {
  const path = join(folder, "cities.csv");
  await writeFile(path, CSV);
  await pick(path);
  await expect(windowOf(page).result).toHaveText("[0 2]");
  await page.locator('.ag-header-cell[col-id="slot0"]').click({ button: "right" });
  await page.getByRole("menuitem", { name: "Sort descending", exact: true }).click();
  await expect(cell(page, 0, 0)).toHaveText("14");
  await cell(page, 0, 1).click();
  await page.keyboard.type("1");
  await expect(page.getByRole("textbox", { name: "Edit row 1, column 1 (jul)" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(windowOf(page).result).toHaveText("[0 1]");
  await page.keyboard.press("Control+s");
  await expect.poll(() => readFile(path, "utf8")).toBe("city,jan,jul\nOslo,-4,18.5\nCairo,14,1\nQuito,13,15\n");
});

test.describe("measured", () => {
  test.describe.configure(measuredAgain);

  test("no task of the page takes more than 50 ms while a large paste is made, undone and saved", async ({ room, folder }) => {
    const { page, app } = room;
    test.skip(app === null, "only Electron traces its page");
    const path = join(folder, "large.csv");
    const rows = Array.from({ length: 200_000 }, (_, row) => `r${row},${row % 97}.5,${row % 89}.25,${row % 83}.125`);
    await writeFile(path, `name,a,b,c\n${rows.join("\n")}\n`);
    await room.pick(path);
    await expect(windowOf(page).status).toContainText("(200000, 3) float64");
    await cell(page, 0, 0).click();
    if (app === null) return;
    const text = Array.from({ length: 6_666 }, (_, row) => `${row}.5\t-${row}\t${row / 8}`).join("\n");
    const tasks = await pageThreadTasks(app, folder, async () => {
      await paste(page, text);
      await expect(cell(page, 1, 1)).toHaveText("-1");
      await page.keyboard.press("Control+z");
      await expect(cell(page, 1, 1)).toHaveText("1.25");
      await page.keyboard.press("Control+y");
      await expect(cell(page, 1, 1)).toHaveText("-1");
      await page.keyboard.press("Control+s");
      await expect(page.getByText("Saved large.csv.")).toBeVisible({ timeout: 30_000 });
    });
    expectNoStutter(tasks, "pasting");
  });
});
