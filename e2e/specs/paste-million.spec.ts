import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expectNoStutter, measuredAgain, pageThreadTasks } from "../page-thread.ts";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

const ROWS = 1_000_000;

/** The cell of a row slot and a column. */
function cell(page: Page, row: number, column: number): Locator {
  return page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="slot${column}"]`);
}

test.describe("a column of a million rows", () => {
  test.describe.configure(measuredAgain);

  test("is pasted, undone, redone, cleared and saved without a stutter", async ({ room, folder }) => {
    const { page, app } = room;
    test.skip(app === null, "only Electron traces its page");
    if (app === null) return;
    const path = join(folder, "million.csv");
    const lines = Array.from({ length: ROWS }, (_, row) => `r${row},${row % 97}.5,${row % 89}.25,${row % 83}.125`);
    await writeFile(path, `name,a,b,c\n${lines.join("\n")}\n`);
    await room.pick(path);
    const { status, result } = windowOf(page);
    await expect(status).toContainText(`(${ROWS}, 3) float64`);
    const edited = page.locator("[data-edited]");
    // As a person has it: on the system's clipboard, from another program.
    await app.evaluate(({ clipboard }, rows) => {
      clipboard.writeText(Array.from({ length: rows }, (_, row) => `${(row * 7919) % rows}.75`).join("\r\n"));
    }, ROWS);
    await cell(page, 0, 1).click();
    const times: string[] = [];
    const timed = async (what: string, work: () => Promise<void>): Promise<void> => {
      const start = performance.now();
      await work();
      times.push(`${what} ${Math.round(performance.now() - start)} ms`);
    };
    const tasks = await pageThreadTasks(app, folder, async () => {
      await timed("paste", async () => {
        await page.keyboard.press("Control+v");
        await expect(cell(page, 1, 1)).toHaveText("7919.75");
        await expect(page.getByRole("button", { name: /Save/u }).first()).toBeEnabled();
      });
      await expect(edited.first()).toBeVisible();
      await expect(result).toContainText("[");
      await timed("undo", async () => {
        await page.keyboard.press("Control+z");
        await expect(cell(page, 1, 1)).toHaveText("1.25");
        await expect(edited).toHaveCount(0);
      });
      await timed("redo", async () => {
        await page.keyboard.press("Control+y");
        await expect(edited.first()).toBeVisible();
        await expect(cell(page, 1, 1)).toHaveText("7919.75");
      });
      await cell(page, 0, 2).click();
      await page.keyboard.press("Control+Space");
      await timed("clear", async () => {
        await page.keyboard.press("Delete");
        await expect(status).toContainText("1,000,000 NaN");
      });
      await timed("save", async () => {
        await page.keyboard.press("Control+s");
        await expect(page.getByText("Saved million.csv.")).toBeVisible();
      });
    });
    console.log(`a million cells: ${times.join(", ")}`);
    const written = await readFile(path, "utf8");
    const wanted = lines.map(
      (line, row) => `${line.slice(0, line.indexOf(",", line.indexOf(",") + 1))},${(row * 7919) % ROWS}.75,`,
    );
    expect(written === `name,a,b,c\n${wanted.join("\n")}\n`).toBe(true);
    expectNoStutter(tasks, "pasting, undoing, redoing, clearing and saving a million cells");
  });
});
