import type { Page } from "@playwright/test";
import { type BigTable, bigTable, bigColumns as columns, bigRows as rows } from "../big-table.ts";
import { expectNoStutter, measuredAgain, pageThreadTasks } from "../page-thread.ts";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

test.describe.configure(measuredAgain);

let table: BigTable;

test.beforeAll(async () => {
  table = await bigTable();
});

/** The window over the array as it is drawn: the numbers at the side and the top of what is to be seen. */
async function corner(page: Page): Promise<{ row: number; column: number }> {
  const grid = windowOf(page).grid;
  const row = Number(await grid.getByRole("rowheader").first().innerText());
  const column = Number((await grid.getByRole("columnheader").nth(1).innerText()).split(" ")[0]);
  return { row, column };
}

async function drag(page: Page, name: string, to: "start" | "end"): Promise<void> {
  const bar = page.getByRole("scrollbar", { name });
  const track = await bar.boundingBox();
  const thumb = await bar.locator(".scroll-thumb").boundingBox();
  if (track === null || thumb === null) throw new Error(`The scroll bar "${name}" is not there.`);
  await page.mouse.move(thumb.x + thumb.width / 2, thumb.y + thumb.height / 2);
  await page.mouse.down();
  const far = to === "end" ? 1 : 0;
  await page.mouse.move(track.x + far * track.width, track.y + far * track.height, { steps: 5 });
  await page.mouse.up();
}

test("any place of 1,000,000 rows is reached, and moving costs the same everywhere", async ({ room, folder }) => {
  const { page, app } = room;
  if (app === null) throw new Error("This test reads Electron's own trace.");
  const { grid, status } = windowOf(page);
  await room.pick(table.path);
  await expect(status).toContainText("(1000000, 20)");
  await expect(grid).toHaveAttribute("aria-rowcount", String(rows + 2));
  await expect(grid).toHaveAttribute("aria-colcount", String(columns + 1));
  await grid.getByRole("gridcell").first().click();

  const tasks = await pageThreadTasks(app, folder, async () => {
    const notch = async (delta: number, moved: number): Promise<void> => {
      await grid.getByRole("gridcell").nth(30).hover();
      const { row } = await corner(page);
      await page.mouse.wheel(0, delta);
      await expect.poll(async () => (await corner(page)).row).toBe(row + moved);
    };
    await notch(100, 3);

    await drag(page, "First row shown", "end");
    await expect(grid.getByRole("rowheader", { name: String(rows - 1), exact: true })).toBeVisible();
    await notch(-100, -3);
    await drag(page, "First column shown", "end");
    await expect(grid.getByRole("columnheader", { name: `${columns - 1} sensor ${columns - 1}` })).toBeVisible();
    await drag(page, "First row shown", "start");
    await drag(page, "First column shown", "start");
    expect(await corner(page)).toEqual({ row: 0, column: 0 });

    // The middle, by a page of the track.
    await page.getByRole("scrollbar", { name: "First row shown" }).focus();
    await page.keyboard.press("PageDown");
    await expect.poll(async () => (await corner(page)).row).toBeGreaterThan(10);
    await grid.getByRole("gridcell").nth(3).click();
    await notch(100, 3);

    await page.keyboard.press("Control+End");
    await expect(grid.getByRole("rowheader", { name: String(rows - 1), exact: true })).toBeVisible();
    await expect(page.locator(":focus")).toHaveAttribute("aria-colindex", String(columns + 1));
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Home");
    await expect(page.locator(":focus")).toHaveAttribute("aria-colindex", "2");
    expect(await page.locator(":focus").evaluate((cell) => cell.closest("[role=row]")?.ariaRowIndex)).toBe(String(rows));
    await page.keyboard.press("Control+Home");
    await expect.poll(() => corner(page)).toEqual({ row: 0, column: 0 });
  });
  expectNoStutter(tasks, "scrolling");
});

test("the focus stays with its cell of the array while the window moves, and comes back with it", async ({ room }) => {
  const { page } = room;
  const { grid, status } = windowOf(page);
  await room.pick(table.path);
  await expect(status).toContainText("(1000000, 20)");
  await grid.getByRole("row").nth(6).getByRole("gridcell").nth(2).click();
  const text = await page.locator(":focus").innerText();
  await page.mouse.wheel(0, 100);
  await expect.poll(async () => (await corner(page)).row).toBe(3);
  await expect(page.locator(":focus")).toHaveText(text);
  for (let notch = 0; notch < 20; notch++) await page.mouse.wheel(0, 100);
  await expect.poll(async () => (await corner(page)).row).toBe(63);
  await page.keyboard.press("ArrowDown");
  await expect.poll(async () => (await corner(page)).row).toBe(6);
  expect(await page.locator(":focus").evaluate((cell) => cell.closest("[role=row]")?.ariaRowIndex)).toBe("8");
});

test("60 random jumps paint no frame whose cells are not the array's", async ({ room, folder }) => {
  const { page, app } = room;
  if (app === null) throw new Error("This test reads Electron's own trace.");
  const { status } = windowOf(page);
  await room.pick(table.path);
  await expect(status).toContainText("(1000000, 20)");

  let seen = { frames: 0, cells: 0, wrong: [] as string[], places: 0 };
  const tasks = await pageThreadTasks(app, folder, async () => {
    seen = await page.evaluate(jumpAround, { rows, columns });
  });
  expect(seen.wrong).toEqual([]);
  expect(seen.places).toBeGreaterThan(50);
  expect(seen.cells).toBeGreaterThan(60 * 60);
  console.log(
    `60 jumps: ${seen.frames} frames, ${seen.cells} cells read; the largest task ${tasks.times[0]?.toFixed(1)} ms (with the reading)`,
  );
});

/**
 * Runs in the page. Every frame reads what is to be seen, and says which cells are not what the file's generator made for the
 * row and the column that stand beside and above them.
 */
async function jumpAround({ rows, columns }: { rows: number; columns: number }) {
  const wrong: string[] = [];
  const places = new Set<string>();
  let frames = 0;
  let cells = 0;
  /** The k-th state of the generator, by squaring: numbers of the file without the file. */
  const stateAt = (k: number): number => {
    let [multiplier, increment, a, c, rest] = [1664525, 1013904223, 1, 0, k];
    while (rest > 0) {
      if (rest % 2 === 1) [a, c] = [Math.imul(a, multiplier) >>> 0, (Math.imul(c, multiplier) + increment) >>> 0];
      [increment, multiplier] = [(Math.imul(increment, multiplier) + increment) >>> 0, Math.imul(multiplier, multiplier) >>> 0];
      rest = Math.floor(rest / 2);
    }
    return (Math.imul(a, 12345) + c) >>> 0;
  };
  const wanted = (row: number, column: number): number => Number((stateAt(row * columns + column + 1) / 4294967296).toFixed(6));
  const read = (): void => {
    frames++;
    const heads = [...document.querySelectorAll<HTMLElement>('[role=columnheader][col-id^="slot"]:not([data-beyond])')];
    const names = new Map(
      heads.map((head) => [head.getAttribute("col-id"), Number(head.querySelector(".heading-number")?.textContent)]),
    );
    const lines = [...document.querySelectorAll<HTMLElement>(".ag-grid-scrolling-container [role=row]:not([data-beyond])")];
    if (lines.length < 10) wrong.push(`frame ${frames}: ${lines.length} rows`);
    const numbers = lines.map((line) => Number(line.querySelector("[role=rowheader]")?.textContent));
    places.add(`${numbers[0]},${names.get("slot0")}`);
    for (const [k, line] of lines.entries()) {
      const row = numbers[k] ?? -1;
      if (row !== (numbers[0] ?? 0) + k) wrong.push(`frame ${frames}: row ${row} at place ${k}`);
      // A few cells of each row: reading them all would itself take longer than a frame.
      for (const slot of [k % 3, 3 + (k % 4)]) {
        const cell = line.querySelector<HTMLElement>(`[col-id="slot${slot}"]:not([data-beyond])`);
        const column = names.get(`slot${slot}`);
        if (cell === null || column === undefined) continue;
        cells++;
        // The number's shortest text stands there until the file's own (0.594840) has been read.
        const text = cell.textContent ?? "";
        if (text === "" || Number(text) !== wanted(row, column)) wrong.push(`frame ${frames}: (${row}, ${column}) is ${text}`);
      }
    }
  };
  let isRunning = true;
  const watch = (): void => {
    if (!isRunning) return;
    // After the frame's own callbacks and before its drawing nothing runs but observers: what is read here is what is drawn.
    queueMicrotask(read);
    requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
  const bar = document.querySelector<HTMLElement>('[role=scrollbar][aria-label="First row shown"]');
  const across = document.querySelector<HTMLElement>('[role=scrollbar][aria-label="First column shown"]');
  if (bar === null || across === null) throw new Error("There are no scroll bars.");
  let seed = 7;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
  };
  const point = (of: HTMLElement, type: string, x: number, y: number): void => {
    of.dispatchEvent(new PointerEvent(type, { pointerId: 1, button: 0, clientX: x, clientY: y, bubbles: true }));
  };
  const grab = (of: HTMLElement): { x: number; y: number } => {
    const { left, top, width, height } = of.querySelector(".scroll-thumb")?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  for (let jump = 0; jump < 60; jump++) {
    for (const each of [bar, across]) {
      const from = grab(each);
      const box = each.getBoundingClientRect();
      each.setPointerCapture = () => {};
      point(each, "pointerdown", from.x, from.y);
      point(each, "pointermove", box.left + random() * box.width, box.top + random() * box.height);
      each.dispatchEvent(new PointerEvent("lostpointercapture", { pointerId: 1 }));
    }
    await new Promise((resolve) => setTimeout(resolve, 10 + random() * 40));
  }
  isRunning = false;
  return { frames, cells, wrong: wrong.slice(0, 5), places: places.size, rows };
}
