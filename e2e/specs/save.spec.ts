import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ElectronApplication, Locator, Page } from "@playwright/test";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

const CSV = "# measured by hand\ncity;jan;jul\nOslo;-4,0;18,50\nCairo;14;28\nQuito;13;15\n";

let path = "";

function cell(page: Page, row: number, column: number): Locator {
  return page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="slot${column}"]`);
}

async function type(page: Page, row: number, column: number, text: string): Promise<void> {
  await cell(page, row, column).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await expect(cell(page, row, column)).toHaveText(text);
}

/** The person picks this file the next time that the open dialog comes. */
async function willPick(app: ElectronApplication | null, file: string): Promise<void> {
  await app?.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);
}

test.beforeEach(async ({ room, folder }) => {
  path = join(folder, "cities.csv");
  await writeFile(path, CSV);
  await room.pick(path);
  await expect(windowOf(room.page).result).toHaveText("[0 2]");
});

test("Ctrl+S writes the edited cells into the file and leaves every other byte", async ({ room: { page } }) => {
  await type(page, 1, 0, "-7,25");
  await expect(page).toHaveTitle("● cities.csv – Argscope");
  await page.screenshot({ path: test.info().outputPath("edited.png") });
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved cities.csv.")).toBeVisible();
  await expect(page).toHaveTitle("cities.csv – Argscope");
  await expect(cell(page, 1, 0)).not.toHaveAttribute("data-edited");
  expect(await readFile(path, "utf8")).toBe(CSV.replace("Cairo;14", "Cairo;-7,25"));
  // The program goes on with the file as it is now: undo, and save again.
  await type(page, 2, 1, "123456,5");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(cell(page, 1, 0)).toHaveAttribute("data-edited", "");
  await page.keyboard.press("Control+s");
  await expect(page).toHaveTitle("cities.csv – Argscope");
  await expect.poll(() => readFile(path, "utf8")).toBe(CSV);
  await page.keyboard.press("Control+s");
  await expect(page.getByText(/There is nothing to save/u)).toBeVisible();
});

test("a file that another program replaced is not written over without a question", async ({ room: { page }, folder }) => {
  await type(page, 0, 1, "3");
  await writeFile(join(folder, "other.csv"), "other\n1\n");
  await rename(join(folder, "other.csv"), path);
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog", { name: "Another file has its name" });
  await expect(dialog).toBeVisible();
  await page.screenshot({ path: test.info().outputPath("replaced.png") });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await readFile(path, "utf8")).toBe("other\n1\n");
  await page.keyboard.press("Control+s");
  await dialog.getByRole("button", { name: "Write over it" }).click();
  await expect(page).toHaveTitle("cities.csv – Argscope");
  expect(await readFile(path, "utf8")).toBe(CSV.replace("18,50", "3"));
});

test("of a file that another program wrote into, shorter than it was, the numbers can be saved", async ({ room }) => {
  const { page } = room;
  await type(page, 0, 1, "3");
  const theirs = CSV.slice(0, 20);
  await writeFile(path, theirs);
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog", { name: "Save as" });
  await expect(dialog).toContainText("Another program has written into cities.csv since it was opened");
  const saved = await room.save("cities.npy", async () => {
    await dialog.getByRole("button", { name: "Choose a place…" }).click();
    await expect(page.getByText("Saved cities.npy.")).toBeVisible();
  });
  expect((await readFile(saved)).subarray(0, 6)).toEqual(Buffer.from("\x93NUMPY", "latin1"));
  expect(await readFile(path, "utf8")).toBe(theirs);
});

test("Save as writes in the form that is chosen", async ({ room, folder }) => {
  const { page } = room;
  await type(page, 0, 1, "3");
  const saved = await room.save("clean.csv", async () => {
    await page.keyboard.press("Control+Shift+S");
    const dialog = page.getByRole("dialog", { name: "Save as" });
    await expect(dialog.getByRole("radio")).toHaveCount(4);
    await dialog.getByRole("radio", { name: /Clean CSV/u }).check();
    await page.screenshot({ path: test.info().outputPath("save-as.png") });
    await dialog.getByRole("button", { name: "Choose a place…" }).click();
    await expect(page.getByText("Wrote a copy to clean.csv.")).toBeVisible();
  });
  expect(await readFile(saved, "utf8")).toBe("city,jan,jul\r\nOslo,-4.0,3\r\nCairo,14,28\r\nQuito,13,15\r\n");
  await expect(page).toHaveTitle("● cities.csv – Argscope");
  const own = await room.save("copy.csv", async () => {
    await page.keyboard.press("Control+Shift+S");
    await page.getByRole("button", { name: "Choose a place…" }).click();
    await expect(page).toHaveTitle("copy.csv – Argscope");
  });
  expect(await readFile(own, "utf8")).toBe(CSV.replace("18,50", "3"));
  expect(await readFile(join(folder, "cities.csv"), "utf8")).toBe(CSV);
});

test("edits are asked about before another file is opened", async ({ room: { page, app }, folder }) => {
  await type(page, 0, 1, "3");
  const other = join(folder, "other.csv");
  await writeFile(other, "x\n5\n1\n");
  await willPick(app, other);
  await page.keyboard.press("Control+o");
  const dialog = page.getByRole("dialog", { name: "Unsaved edits" });
  await expect(dialog).toContainText("1 cell of cities.csv was edited and not saved.");
  await page.screenshot({ path: test.info().outputPath("losing.png") });
  await page.keyboard.press("Escape");
  await expect(page).toHaveTitle("● cities.csv – Argscope");
  await page.keyboard.press("Control+o");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveTitle("other.csv – Argscope");
  expect(await readFile(path, "utf8")).toBe(CSV.replace("18,50", "3"));
});

test("the window asks before it closes over edits", async ({ room: { page, app } }) => {
  await type(page, 0, 1, "3");
  await app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const dialog = page.getByRole("dialog", { name: "Unsaved edits" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await app?.evaluate(({ app: program }) => program.quit());
  await expect(dialog).toBeVisible();
  const closed = app?.waitForEvent("close");
  await dialog.getByRole("button", { name: "Close without saving" }).click();
  await closed;
  expect(await readFile(path, "utf8")).toBe(CSV);
});

test("a file that was dropped on the window is written over", async ({ room: { page }, folder }) => {
  const dropped = join(folder, "dropped.csv");
  await writeFile(dropped, "a,b\n1,2\n3,4\n");
  await page.evaluate(() => {
    const input = document.createElement("input");
    input.type = "file";
    input.id = "from-outside";
    document.body.append(input);
  });
  await page.locator("#from-outside").setInputFiles(dropped);
  await page.locator("#from-outside").evaluate((input: HTMLInputElement) => {
    const dataTransfer = new DataTransfer();
    for (const file of input.files ?? []) dataTransfer.items.add(file);
    input.remove();
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(page).toHaveTitle("dropped.csv – Argscope");
  await type(page, 1, 1, "-9");
  await page.keyboard.press("Control+s");
  await expect(page).toHaveTitle("dropped.csv – Argscope");
  expect(await readFile(dropped, "utf8")).toBe("a,b\n1,2\n3,-9\n");
  await type(page, 0, 0, "77");
  await page.keyboard.press("Control+s");
  await expect.poll(() => readFile(dropped, "utf8")).toBe("a,b\n77,2\n3,-9\n");
});

test("what cannot be written says why, and the edits stay", async ({ room: { page }, folder }) => {
  await type(page, 0, 1, "3");
  await rm(folder, { recursive: true });
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog", { name: "The file is gone" });
  await dialog.getByRole("button", { name: "Save it there again" }).click();
  await expect(windowOf(page).alert).toContainText("cities.csv");
  await expect(page).toHaveTitle("● cities.csv – Argscope");
  await page.keyboard.press("Control+z");
});
