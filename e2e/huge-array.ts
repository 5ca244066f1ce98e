import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectNoStutter, pageThreadTasks } from "./page-thread.ts";
import { expect, type Room } from "./room.ts";
import { windowOf } from "./window.ts";

/** What stands in a cell: a whole number below 2^24, which float32 holds exactly, and which tells one cell from another. */
function valueAt(row: number, column: number): number {
  return Math.imul(row ^ Math.imul(column + 1, 0x9e3779b1), 0x85ebca6b) >>> 8;
}

/** Writes a .npy file of float32 cells as `valueAt` gives them. */
export async function writeHugeArray(folder: string, rows: number, columns: number): Promise<string> {
  const path = join(folder, `${rows}x${columns}.npy`);
  const file = createWriteStream(path);
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`;
  const header = Buffer.from(`\x93NUMPY\x01\x00\x00\x00${text.padEnd(117)}\n`, "latin1");
  header.writeUInt16LE(header.length - 10, 8);
  file.write(header);
  const rowsABlock = Math.max(1, Math.floor((1 << 22) / columns));
  for (let from = 0; from < rows; from += rowsABlock) {
    const count = Math.min(rowsABlock, rows - from);
    const block = new Float32Array(count * columns);
    for (let r = 0, k = 0; r < count; r++) for (let c = 0; c < columns; c++) block[k++] = valueAt(from + r, c);
    if (!file.write(new Uint8Array(block.buffer))) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
  return path;
}

/** In the page, after every frame: whether each cell in sight is that of the row and the column that stand beside it. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const at = (row: number, column: number): number => Math.imul(row ^ Math.imul(column + 1, 0x9e3779b1), 0x85ebca6b) >>> 8;
    const found = { frames: 0, cells: 0, wrong: [] as string[] };
    Object.assign(window, { watchedFrames: found });
    const look = (): void => {
      found.frames++;
      const before = found.cells;
      const grid = document.querySelector("[role=grid]");
      const room = grid?.closest(".grid-host")?.getBoundingClientRect();
      for (const row of grid?.querySelectorAll<HTMLElement>("[role=row]:not([data-beyond])") ?? []) {
        const head = row.querySelector<HTMLElement>('[role=rowheader][aria-colindex="1"]');
        // The answer's row stands under all of them.
        if (
          head === null ||
          room === undefined ||
          !/^\d+$/u.test(head.textContent ?? "") ||
          row.getBoundingClientRect().top >= room.bottom
        )
          continue;
        const number = Number(head.textContent);
        for (const cell of row.querySelectorAll<HTMLElement>('[role=gridcell][col-id^="slot"]:not([data-beyond])')) {
          const column = Number(cell.getAttribute("aria-colindex")) - 2;
          const text = (cell.textContent ?? "").trim();
          found.cells++;
          if (text !== String(at(number, column)) && found.wrong.length < 5)
            found.wrong.push(`row ${head.textContent}, column ${column}: "${text}"`);
        }
      }
      if (found.cells === before && found.wrong.length < 5) found.wrong.push(`frame ${found.frames} is blank`);
    };
    const loop = (): void => {
      // After the frame's own callbacks and its painting.
      setTimeout(look);
      requestAnimationFrame(loop);
    };
    requestAnimationFrame(loop);
  });
}

/**
 * Reaches every end of an array by keyboard, scroll bar and Go to, jumps 60 times and turns the wheel, while each frame is
 * compared with the array. Prints the largest task of the page's thread.
 */
export async function explore(room: Room, folder: string, path: string, rows: number, columns: number): Promise<void> {
  const { page, app } = room;
  if (app === null) throw new Error("This test reads Electron's own trace.");
  const { grid, status, result, sample } = windowOf(page);
  await sample("[91, 92, 93, 7, 95]").click();
  await expect(result).toHaveText("3");

  // More than any window shows.
  const isTall = rows > 1000;
  const isWide = columns > 1000;
  const firstRow = page.getByRole("scrollbar", { name: "First row shown" });
  const firstColumn = page.getByRole("scrollbar", { name: "First column shown" });
  const rowInSight = (row: number) => grid.getByRole("rowheader", { name: String(row), exact: true });
  const cellAt = (row: number, column: number) =>
    grid.locator(
      `[role=row][aria-rowindex="${row + 2}"]:not([data-beyond]) [col-id^="slot"][aria-colindex="${column + 2}"]:not([data-beyond])`,
    );
  const isShown = async (row: number, column: number): Promise<void> => {
    await expect(cellAt(row, column)).toHaveText(String(valueAt(row, column)));
    await expect(cellAt(row, column)).toBeInViewport();
  };
  const goTo = async (row: number, column: number): Promise<void> => {
    await page.keyboard.press("Control+g");
    await page.getByRole("dialog", { name: "Go to" }).getByRole("textbox").fill(`${row}, ${column}`);
    await page.keyboard.press("Enter");
    await isShown(row, column);
  };
  const dragToEnd = async (bar: typeof firstRow, across: boolean): Promise<void> => {
    const thumb = await bar.locator(".scroll-thumb").boundingBox();
    if (thumb === null) throw new Error("There is no scroll bar.");
    const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(across ? x + 300 : x, across ? y : y + 200, { steps: 4 });
    await page.mouse.move(across ? 5000 : x, across ? y : 5000, { steps: 4 });
    await page.mouse.up();
  };
  const notch = async (): Promise<number> => {
    const before = Number(await firstRow.getAttribute("aria-valuenow"));
    const box = await grid.boundingBox();
    if (box === null) throw new Error("The grid is not to be seen.");
    await page.mouse.move(box.x + 200, box.y + 100);
    await page.mouse.wheel(0, 120);
    await expect(firstRow).not.toHaveAttribute("aria-valuenow", String(before));
    return Number(await firstRow.getAttribute("aria-valuenow")) - before;
  };

  const journey = async (): Promise<void> => {
    // By keyboard.
    await cellAt(0, 0).click();
    await page.keyboard.press("Control+End");
    await isShown(rows - 1, columns - 1);
    await page.keyboard.press("Control+Home");
    await isShown(0, 0);

    // By scroll bar: its far end is the last row, and the last column.
    if (isTall) {
      await dragToEnd(firstRow, false);
      await expect(rowInSight(rows - 1)).toBeInViewport();
      await page.keyboard.press("Control+Home");
    }
    if (isWide) {
      await dragToEnd(firstColumn, true);
      await expect(cellAt(0, columns - 1)).toBeInViewport();
      await page.keyboard.press("Control+Home");
    }

    // By Go to.
    await goTo(rows - 1, columns - 1);
    await goTo(0, 0);

    // A notch of the wheel moves the same few rows everywhere.
    if (isTall) {
      for (const row of [0, Math.floor(rows / 2)]) {
        await goTo(row, 0);
        expect(await notch()).toBe(3);
      }
      await page.keyboard.press("Control+g");
      await page
        .getByRole("dialog", { name: "Go to" })
        .getByRole("textbox")
        .fill(`${rows - 60}, 0`);
      await page.keyboard.press("Enter");
      await isShown(rows - 60, 0);
      expect(await notch()).toBe(3);
    }

    let state = 4711;
    const below = (limit: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 4294967296) * limit);
    };
    for (let k = 0; k < 60; k++) await goTo(below(rows), below(columns));
    await goTo(0, 0);
  };

  const tasks = await pageThreadTasks(app, folder, async () => {
    await room.pick(path);
    await expect(status).toContainText(`(${rows}, ${columns}) float32`);
    await isShown(0, 0);
    await journey();
  });
  // Once more, because looking at every cell of every frame takes time on the page's thread itself.
  await watchFrames(page);
  await journey();
  const frames = await page.evaluate(
    () => (window as unknown as { watchedFrames: { frames: number; cells: number; wrong: string[] } }).watchedFrames,
  );
  console.log(
    `${rows.toLocaleString("en")} × ${columns.toLocaleString("en")}: ${frames.frames} frames, ${frames.cells.toLocaleString("en")} cells ` +
      `compared, ${frames.wrong.length} wrong`,
  );
  expect(frames.wrong).toEqual([]);
  expect(frames.frames).toBeGreaterThan(60);
  expectNoStutter(tasks, "opening, scrolling and jumping");
}
