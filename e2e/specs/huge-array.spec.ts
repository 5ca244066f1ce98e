import { explore, writeHugeArray } from "../huge-array.ts";
import { measuredAgain } from "../page-thread.ts";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

test.describe.configure(measuredAgain);

test("every row of a tall array is reached, and no frame shows another cell's number", async ({ room, folder }) => {
  const [rows, columns] = [20_000_000, 4];
  await explore(room, folder, await writeHugeArray(folder, rows, columns), rows, columns);
});

test("every column of a wide array is reached, and no frame shows another cell's number", async ({ room, folder }) => {
  const [rows, columns] = [4, 300_000];
  await explore(room, folder, await writeHugeArray(folder, rows, columns), rows, columns);
});

test("2^31 rows of 1,000,000 columns are shown through a broadcast view", async ({ room }) => {
  const { page } = room;
  const { grid, status } = windowOf(page);
  await page.getByRole("textbox", { name: "Expression" }).fill("np.broadcast_to(np.arange(1000000), (2147483648, 1000000))");
  await page.keyboard.press("Enter");
  await expect(status).toContainText("(2147483648, 1000000)");
  await page.keyboard.press("Control+g");
  await page.getByRole("dialog", { name: "Go to" }).getByRole("textbox").fill("2147483647, 999999");
  await page.keyboard.press("Enter");
  const last = grid.locator(
    '[role=row][aria-rowindex="2147483649"] [col-id^="slot"][aria-colindex="1000001"]:not([data-beyond])',
  );
  await expect(last).toHaveText("999999");
  await expect(last).toBeInViewport();
});
