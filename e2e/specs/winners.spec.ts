import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { type BigTable, bigTable, bigRows as rows } from "../big-table.ts";
import { expectNoStutter, measuredAgain, pageThreadTasks } from "../page-thread.ts";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

/** The list of winners, the sentence about the lane in sight, and what F8 says. */
function winnersOf(page: Page) {
  const list = page.getByRole("list", { name: "Winners" });
  return {
    list,
    rows: list.getByRole("button"),
    note: page.locator(".lane-note"),
    said: page.getByRole("status", { name: "Winner" }),
    band: page.locator(".lane-light"),
    rail: (direction: "down" | "across"): Locator => page.locator(`.rail[data-direction="${direction}"]`),
    sortBy: (name: string): Promise<void> => page.getByRole("button", { name: new RegExp(`^Sort by ${name}`, "u") }).click(),
    show: (name: string): Promise<void> =>
      page.getByRole("radiogroup", { name: "Show" }).getByRole("radio", { name, exact: true }).check(),
  };
}

async function lanesIn(list: Locator): Promise<string[]> {
  return (await list.locator(".winner-lane").allInnerTexts()).map((text) => text.split(" ")[0] ?? "");
}

const harvest = "field,wheat,rye,oats\nNorth,4.5,,7\nSouth,2,3,7\nEast,2,1,9\nWest,6,8,\n";

test.describe("a small table", () => {
  let folder: string;
  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "argscope-harvest-"));
    await writeFile(join(folder, "harvest.csv"), harvest);
  });
  test.afterAll(() => rm(folder, { recursive: true, force: true }));

  test("each winner says why it wins, in the list, in its cell and beside the pointer", async ({ room }) => {
    const { page } = room;
    const { grid, choose } = windowOf(page);
    const { list, rows, note, band } = winnersOf(page);
    await room.pick(join(folder, "harvest.csv"));
    await choose("Axis", "0");
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(0)).toHaveAttribute("title", "column 0 (wheat): row 1 (South) wins with 2, the smallest; 1 tie");
    await expect(rows.nth(1)).toHaveAttribute(
      "title",
      "column 1 (rye): row 0 (North) wins because NaN beats every number; without it row 2 (East) would",
    );
    const rye = grid.locator('[data-winner="first"]').nth(0);
    await expect(rye).toHaveAttribute(
      "aria-description",
      /^winner: argmin of column 1 \(rye\): row 0 \(North\) wins because NaN/u,
    );

    await grid.getByRole("gridcell", { name: "4.5" }).hover();
    await expect(note).toContainText("column 0 (wheat): row 1 (South) wins with 2, the smallest; 1 tie");
    await expect(band).toBeVisible();
    await page.screenshot({ path: "test-results/winners/small.png" });

    await choose("NaN", "Skip NaN");
    await expect(rows.nth(1)).toHaveAttribute("title", "column 1 (rye): row 2 (East) wins with 1, the smallest beside NaN");
    await choose("Axis", "1");
    await grid.getByRole("gridcell", { name: "4.5" }).hover();
    await expect(note).toContainText("row 0 (North): column 0 (wheat) wins with 4.5, the smallest beside NaN");
    await expect(list.locator(".winner-label").first()).toHaveText("wheat");
    // The answer beside a row, and the row's own name, stand for the row.
    await grid.getByRole("gridcell", { name: "South" }).hover();
    await expect(note).toContainText("row 1 (South): column 0 (wheat) wins with 2");
  });

  test("the list is ordered by any column, holds only some lanes, and is walked by keys", async ({ room }) => {
    const { page } = room;
    const { choose } = windowOf(page);
    const { list, rows, sortBy, show } = winnersOf(page);
    await room.pick(join(folder, "harvest.csv"));
    await choose("Axis", "1");
    await choose("NaN", "Skip NaN");
    await expect(rows).toHaveCount(4);
    await sortBy("value");
    await expect.poll(() => lanesIn(list)).toEqual(["2", "1", "0", "3"]);
    await sortBy("value");
    await expect.poll(() => lanesIn(list)).toEqual(["3", "0", "1", "2"]);
    await sortBy("label");
    await expect.poll(() => lanesIn(list)).toEqual(["2", "0", "1", "3"]);
    await show("With NaN");
    await expect.poll(() => lanesIn(list)).toEqual(["0", "3"]);
    await show("With ties");
    await expect(page.getByText("No lane is left.")).toBeVisible();
    await show("All");
    await expect(rows).toHaveCount(4);
    await rows.nth(0).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(rows.nth(2)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("[data-jumped]")).toHaveText(/2/u);
    await page.keyboard.press("End");
    await expect(rows.nth(3)).toBeFocused();
  });

  test("F8 goes from winner to winner, with axis None to its ties, and says which", async ({ room }) => {
    const { page } = room;
    const { choose } = windowOf(page);
    const { said } = winnersOf(page);
    await room.pick(join(folder, "harvest.csv"));
    await choose("Axis", "0");
    await page.keyboard.press("F8");
    await expect(said).toHaveText(/^Winner 1 of 3: column 1 \(rye\): row 0 \(North\) wins because NaN/u);
    await page.keyboard.press("F8");
    await expect(said).toHaveText(/^Winner 2 of 3: column 0 \(wheat\): row 1/u);
    await page.keyboard.press("Shift+F8");
    await expect(said).toHaveText(/^Winner 1 of 3/u);
    await page.keyboard.press("Shift+F8");
    await expect(said).toHaveText(/^From the start again\. Winner 3 of 3: column 2/u);
    await choose("Axis", "None");
    await page.keyboard.press("F8");
    await expect(said).toHaveText(/^(From the start again\. )?Winner 1 of 2: the array: row 0 \(North\), column 1 \(rye\)/u);
    await page.keyboard.press("F8");
    await expect(said).toHaveText("Tie, 2 of 2: (3, 2) equals the winner.");
  });

  test("F8 follows the rows as they are sorted and filtered", async ({ room }) => {
    const { page } = room;
    const { choose, grid } = windowOf(page);
    const { said, rail } = winnersOf(page);
    await room.pick(join(folder, "harvest.csv"));
    await choose("Axis", "1");
    await choose("NaN", "Skip NaN");
    // By wheat, falling: West 6, North 4.5, South 2, East 2.
    await grid.getByRole("columnheader", { name: /wheat/u }).click({ button: "right" });
    await page.getByRole("menuitem", { name: "Sort descending", exact: true }).click();
    await expect(grid.getByRole("rowheader").first()).toHaveText("3");
    await page.keyboard.press("F8");
    await expect(said).toHaveText(/^Winner 1 of 4: row 3 \(West\): column 0 \(wheat\)/u);
    await page.keyboard.press("F8");
    await expect(said).toHaveText(/^Winner 2 of 4: row 0 \(North\): column 0 \(wheat\)/u);
    await expect(rail("down")).toBeHidden();
  });

  test("the kept dimension is named with its shape", async ({ room }) => {
    const { page } = room;
    const { grid, choose } = windowOf(page);
    await room.pick(join(folder, "harvest.csv"));
    await choose("Axis", "0");
    await page.getByRole("checkbox", { name: "keepdims" }).check();
    await expect(grid.getByRole("rowheader", { name: "argmin (1, 3)" })).toBeVisible();
    const answer = grid.getByRole("gridcell", { name: "3", exact: true }).last();
    await expect(answer).toHaveAttribute("aria-description", "argmin of column 2 (oats): West");
    await grid.getByRole("gridcell", { name: "4.5" }).hover();
    await page.emulateMedia({ colorScheme: "dark" });
    await page.screenshot({ path: "test-results/winners/keepdims-dark.png" });
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    await page.screenshot({ path: "test-results/winners/keepdims-forced.png" });
  });
});

test.describe("1,000,000 rows", () => {
  test.describe.configure(measuredAgain);
  let table: BigTable;
  test.beforeAll(async () => {
    table = await bigTable();
  });

  test("the rails, the list and F8 reach every winner", async ({ room, folder }) => {
    const { page, app } = room;
    if (app === null) throw new Error("This test reads Electron's own trace.");
    const { status, choose, grid, winners } = windowOf(page);
    const { list, rows: items, rail, said, sortBy, note } = winnersOf(page);
    await room.pick(table.path);
    await expect(status).toContainText("(1000000, 20)");
    await choose("Axis", "0");
    await expect(rail("down").locator(".rail-winners")).toHaveAttribute("d", /v/u);

    const tasks = await pageThreadTasks(app, folder, async () => {
      // From the top, the winner of the smallest row is the next one.
      await grid.getByRole("gridcell").first().click();
      await page.keyboard.press("F8");
      const first = Math.min(...table.axis0);
      await expect(said).toContainText(`row ${first} wins`);
      await expect(winners.filter({ visible: true }).first()).toBeVisible();

      // A file of six decimals has ties: they are on the rail too, once they are counted.
      await expect(rail("down").locator(".rail-ties")).toHaveAttribute("d", /v/u);

      // A press in the middle of the marks goes to one of them.
      const box = await rail("down").boundingBox();
      if (box === null) throw new Error("There is no rail.");
      const middle = table.axis0.toSorted((a, b) => a - b)[10] ?? 0;
      await page.mouse.move(box.x + 5, box.y + (middle / rows) * box.height);
      await expect(page.locator(".rail-tip")).toContainText(/winner/u);
      await page.screenshot({ path: "test-results/winners/rail.png" });
      await page.mouse.down();
      await page.mouse.up();
      await expect(page.locator("[data-jumped][data-winner=first]")).toBeVisible();

      await choose("Axis", "1");
      await expect(items.first()).toBeVisible();
      await sortBy("index");
      const firstOfColumn0 = table.axis1.indexOf(0);
      await expect.poll(async () => (await lanesIn(list))[0]).toBe(String(firstOfColumn0));
      await items.first().focus();
      await page.keyboard.press("End");
      await expect(page.locator(":focus")).toHaveAttribute("data-row", String(rows - 1));
      await page.keyboard.press("Enter");
      await expect(grid.getByRole("rowheader", { name: String(table.axis1.lastIndexOf(19)), exact: true })).toBeVisible();
      await page.screenshot({ path: "test-results/winners/long-list.png" });
    });
    expectNoStutter(tasks, "listing and walking winners");

    // A pointer that moves over the cells.
    const cells = grid.getByRole("gridcell");
    const box = await cells.filter({ hasText: /^0\./u }).nth(20).boundingBox();
    if (box === null) throw new Error("There is no cell.");
    const moves = await pageThreadTasks(app, folder, async () => {
      for (let k = 0; k < 60; k++) await page.mouse.move(box.x + 9 + (k % 10) * 20, box.y + Math.floor(k / 10) * 24);
    });
    await expect(note).toContainText(/row \d+: column \d+ \(sensor \d+\) wins with/u);
    console.log(
      `60 moves of the pointer: the largest task ${moves.times[0]?.toFixed(1)} ms, the thirtieth ${moves.times[29]?.toFixed(1)} ms`,
    );
  });
});

test("in three dimensions F8 walks through the slices, and the list names lanes by their coordinates", async ({ room }) => {
  const { page } = room;
  const { choose, grid } = windowOf(page);
  const { rows, said, note } = winnersOf(page);
  const box = page.getByRole("textbox", { name: "Array as text" });
  await ((await box.isVisible()) ? box : page.locator(".type-array input")).fill(
    "np.random.default_rng(0).integers(0, 100, (4, 5, 6))",
  );
  await page.keyboard.press("Enter");
  await expect(grid).toHaveAttribute("aria-rowcount", /\d/u);
  await choose("Axis", "0");
  await expect(rows.first()).toContainText("0, 0");
  await page.keyboard.press("F8");
  await expect(said).toHaveText(/^Winner 1 of 30: lane \(\d, \d\): \(0, /u);
  await page.keyboard.press("Shift+F8");
  await expect(said).toHaveText(/Winner 30 of 30: lane \(\d, \d\): \(3, /u);
  await expect(page.locator("[data-jumped][data-winner=first]")).toBeVisible();
  await grid.getByRole("gridcell").nth(3).hover();
  await expect(note).toContainText("lane (0, 3)");
  await page.screenshot({ path: "test-results/winners/three.png" });
});

test.describe("measured", () => {
  test.describe.configure(measuredAgain);

  test("three million lanes are a list like any other", async ({ room, folder }) => {
    const { page, app } = room;
    if (app === null) throw new Error("This test reads Electron's own trace.");
    const { choose, grid } = windowOf(page);
    const { list, rows, said, sortBy } = winnersOf(page);
    await page.locator(".type-array input").fill("np.zeros((3000000, 2))");
    await page.keyboard.press("Enter");
    await expect(grid).toHaveAttribute("aria-rowcount", /^3\d{6}$/u);
    const tasks = await pageThreadTasks(app, folder, async () => {
      await choose("Axis", "1");
      await expect(rows.first().locator(".winner-ties")).toHaveText("1");
      await rows.first().focus();
      await page.keyboard.press("End");
      await expect.poll(async () => (await lanesIn(list)).at(-1)).toBe("2999999");
      // One notch is as far as in a short list, though each pixel of the bar is three.
      await rows.last().hover();
      await page.mouse.wheel(0, -240);
      await expect.poll(async () => (await lanesIn(list)).at(-1)).toBe("2999993");
      await sortBy("row");
      await expect.poll(async () => (await lanesIn(list))[0]).toBe("2999999");
      await page.screenshot({ path: "test-results/winners/three-million.png" });
    });
    expectNoStutter(tasks, "listing three million lanes");
    await choose("Axis", "0");
    await page.keyboard.press("F8");
    await expect(said).toHaveText(/^Winner 1 of 2: column 0: row 0 wins with 0, the smallest; 2,999,999 ties\.$/u);
  });
});
