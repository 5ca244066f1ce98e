import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

const edges = async (of: Locator) => {
  const box = await of.boundingBox();
  if (box === null) throw new Error("It is not there.");
  return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
};

/** The headers beside the cells and the first of the cells', from the left. */
async function headers(page: Page): Promise<readonly [Locator, Locator, Locator]> {
  const of = (colId: string): Locator => page.locator(`[role=columnheader][col-id="${colId}"]`);
  return [of("row"), of("label"), of("slot0")];
}

test("at 200 % in a window of 800 × 600 everything can be reached, and afterwards the grid is as it was", async ({
  room,
  folder,
}) => {
  const { page, app } = room;
  if (app === null) throw new Error("This test sets the size of a window.");
  const set = (width: number, height: number, zoom: number): Promise<void> =>
    app.evaluate(
      ({ BrowserWindow }, [w, h, z]) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(w, h);
        window?.webContents.setZoomFactor(z);
      },
      [width, height, zoom] as const,
    );
  const path = join(folder, "stations.csv");
  const lines = Array.from({ length: 60 }, (_, row) => `a station with a long name ${row},${row}.5,${60 - row}.25`);
  await writeFile(path, `the name of the station is long,a,b\n${lines.join("\n")}\n`);
  await set(1280, 800, 1);
  await room.pick(path);
  const { grid, status, result, expression } = windowOf(page);
  await expect(status).toContainText("(60, 2)");
  await expect(grid.getByRole("columnheader", { name: /^0 a/u })).toBeVisible();
  const before = await Promise.all((await headers(page)).map(edges));

  await set(800, 600, 2);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(500);
  const width = await page.evaluate(() => innerWidth);
  const reached = [
    page.getByRole("button", { name: "Export" }),
    page.getByRole("button", { name: "View", exact: true }),
    page.getByRole("radiogroup", { name: "NaN" }),
    page.getByRole("checkbox", { name: "keepdims" }),
    expression,
    result,
    page.getByRole("tab", { name: "Winners" }),
  ];
  for (const each of reached) expect((await edges(each)).right, String(each)).toBeLessThanOrEqual(width);
  // A label that is cut says itself to the pointer.
  await expect(grid.locator('[col-id="label"].ag-cell').first()).toHaveAttribute("title", "a station with a long name 0");
  const cell = grid.locator('[col-id="slot0"].ag-cell').nth(2);
  await cell.scrollIntoViewIfNeeded();
  expect((await edges(cell)).bottom).toBeLessThanOrEqual(await page.evaluate(() => innerHeight));
  expect((await edges(cell)).left + 20).toBeLessThan((await edges(page.getByRole("tabpanel"))).left);

  await set(1280, 800, 1);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1280);
  await expect.poll(async () => Promise.all((await headers(page)).map(edges))).toEqual(before);
});

test("a number of full width does not run into the winner's icon", async ({ room, folder }) => {
  const { page } = room;
  const path = join(folder, "large.csv");
  await writeFile(path, "id,large\n1,9182736455463728190\n2,-9223372036854775808\n3,9046189726228953048\n");
  await room.pick(path);
  await expect(windowOf(page).status).toContainText("(3, 2) int64");
  const winner = page.locator('.ag-cell[data-winner="first"]', { hasText: "-9223372036854775808" });
  await expect(winner).toBeVisible();
  const gap = await winner.evaluate((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    const icon = getComputedStyle(cell, "::before");
    const iconEnd = cell.getBoundingClientRect().left + Number.parseFloat(icon.left) + Number.parseFloat(icon.width);
    return range.getBoundingClientRect().left - iconEnd;
  });
  expect(gap).toBeGreaterThan(1);
});
