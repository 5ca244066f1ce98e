import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { npyBytes } from "../npy.ts";
import { expectNoStutter, measuredAgain, pageThreadTasks } from "../page-thread.ts";
import { expect, test } from "../room.ts";
import { violations } from "../violations.ts";
import { windowOf } from "../window.ts";

interface Case {
  readonly rowAxis: number;
  readonly columnAxis: number;
  readonly fixed: readonly number[];
  readonly reduction: { operation: string; axis: number | null; nan: string; keepdims: boolean; of: string };
  readonly text: string;
  readonly lit: readonly string[];
}

/** NumPy's answers over a 4-D array, and where they are lit in the slice that a mapping shows. */
const { shape, values, cases } = JSON.parse(
  readFileSync(new URL("../../core/test/fixtures/n_d.json", import.meta.url), "utf8"),
) as { shape: number[]; values: (number | "nan")[]; cases: Case[] };

async function openCube(pick: (path: string) => Promise<void>, folder: string): Promise<void> {
  const path = join(folder, "four.npy");
  await writeFile(
    path,
    npyBytes(
      shape,
      values.map((value) => (value === "nan" ? Number.NaN : value)),
    ),
  );
  await pick(path);
}

function expressionOf({ operation, axis, nan, keepdims, of }: Case["reduction"]): string {
  const name = nan === "skip" ? `nan${operation}` : operation;
  return `np.${name}(${of}${axis === null ? "" : `, axis=${axis}`}${keepdims ? ", keepdims=True" : ""})`;
}

/** The slice in sight, a line per row: F where a winner is lit. */
async function litIn(page: Page, rows: number, columns: number): Promise<string[]> {
  const cells = await page
    .locator('.ag-cell[data-winner="first"]')
    .evaluateAll((found) =>
      found.map((cell) => [Number(cell.closest("[role=row]")?.ariaRowIndex) - 2, Number(cell.ariaColIndex) - 2] as const),
    );
  const lit = new Set(cells.map(([row, column]) => `${row},${column}`));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => (lit.has(`${row},${column}`) ? "F" : ".")).join(""),
  );
}

test("whatever the mapping and the slice of a 4-D array, the answer and what is lit are NumPy's", async ({ room, folder }) => {
  const { page } = room;
  const { result, status, expression } = windowOf(page);
  await openCube(room.pick, folder);
  await expect(status).toContainText("(3, 4, 5, 6)");
  // One of each mapping; all of them are compared without a window.
  for (const each of cases.filter((_, k) => k % 25 === 7)) {
    const { rowAxis, columnAxis, fixed, reduction, text, lit } = each;
    await expression.fill(expressionOf(reduction));
    await expression.press("Enter");
    await page.getByRole("combobox", { name: "Rows", exact: true }).selectOption(String(rowAxis));
    await page.getByRole("combobox", { name: "Columns", exact: true }).selectOption(String(columnAxis));
    for (const [dimension, position] of fixed.entries()) {
      if (dimension === rowAxis || dimension === columnAxis) continue;
      await page.getByLabel(`Position along axis ${dimension}`).fill(String(position));
      await expect(page.getByLabel(`Slice along axis ${dimension}`)).toHaveValue(String(position));
    }
    await expect(result).toHaveText(text);
    await expect.poll(() => litIn(page, shape[rowAxis] ?? 0, shape[columnAxis] ?? 0)).toEqual(lit);
  }
});

test("the slice alone is reduced as long as that is chosen, wherever the slider goes, and the mapping is remembered", async ({
  room,
  folder,
}) => {
  const { page } = room;
  const { result, status, expression } = windowOf(page);
  await openCube(room.pick, folder);
  await expect(status).toContainText("(3, 4, 5, 6)");
  await page.getByRole("combobox", { name: "Rows", exact: true }).selectOption("1");
  await page.getByLabel("This slice only").check();
  await expect(expression).toHaveValue("np.argmin(a[0, :, 0, :], axis=0)");
  await page.getByLabel("Slice along axis 2").press("ArrowRight");
  await expect(expression).toHaveValue("np.argmin(a[0, :, 1, :], axis=0)");
  const before = await result.innerText();
  await page.getByRole("button", { name: "Play along axis 2" }).click();
  await expect(expression).toHaveValue("np.argmin(a[0, :, 4, :], axis=0)");
  await expect(page.getByRole("button", { name: "Play along axis 2" })).toBeVisible();
  await expect(result).not.toHaveText(before);
  await page.getByRole("button", { name: "Swap rows and columns" }).click();
  await expect(page.getByRole("combobox", { name: "Rows", exact: true })).toHaveValue("3");
  await page.getByRole("button", { name: "All of a" }).click();
  await expect(expression).toHaveValue("np.argmin(a, axis=0)");
  await expect(page.getByText("Axis 0 runs through the slices")).toBeVisible();

  await openCube(room.pick, folder);
  await expect(page.getByRole("combobox", { name: "Rows", exact: true })).toHaveValue("3");
  await expect(page.getByRole("combobox", { name: "Columns", exact: true })).toHaveValue("1");
});

test("no cell steps back while the slice that alone is reduced moves along", async ({ room, folder }) => {
  const { page } = room;
  const { status, expression, winners } = windowOf(page);
  await openCube(room.pick, folder);
  await expect(status).toContainText("(3, 4, 5, 6)");
  await page.getByLabel("This slice only").check();
  await expect(expression).toHaveValue("np.argmin(a[0, 0, :, :], axis=0)");
  await expect(winners).toHaveCount(6);
  const steppedBack = await page.evaluateHandle(() => {
    const cells = new Set<Node>();
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) if ((target as Element).getAttribute("data-region") === "out") cells.add(target);
    });
    observer.observe(document.body, { subtree: true, attributeFilter: ["data-region"] });
    return cells;
  });
  for (const position of [1, 2, 3]) {
    await page.getByLabel("Slice along axis 1").press("ArrowRight");
    await expect(expression).toHaveValue(`np.argmin(a[0, ${position}, :, :], axis=0)`);
    await expect(winners).toHaveCount(6);
  }
  expect(await steppedBack.evaluate((cells) => cells.size)).toBe(0);
  // What was watched for does happen: outside of a region cells step back.
  await expression.fill("np.argmin(a[0, 3, 1:3], axis=0)");
  await expression.press("Enter");
  await expect.poll(() => steppedBack.evaluate((cells) => cells.size)).toBe(3 * 6);
});

test("a winner in another slice is a button away", async ({ room, folder }) => {
  const { page } = room;
  const { status, winners, expression } = windowOf(page);
  await openCube(room.pick, folder);
  await expect(status).toContainText("(3, 4, 5, 6)");
  // The first NaN is at a[0, 0, 1, 5]; it wins.
  await page.getByLabel("Position along axis 0").fill("2");
  await expression.fill("np.argmin(a)");
  await expression.press("Enter");
  await expect(page.getByText("Winner at a[0, 0, 1, 5].")).toBeVisible();
  await expect(winners).toHaveCount(0);
  await page.getByRole("button", { name: "Go there" }).click();
  await expect(page.getByLabel("Position along axis 0")).toHaveValue("0");
  await expect(winners).toHaveText(/nan/u);
});

test("2^31 x 1,000,000 elements over a block of 1,000,000 are shown and reduced at once", async ({ room, folder }) => {
  const { page } = room;
  const { grid, result, status, expression, choose, winners } = windowOf(page);
  await openCube(room.pick, folder);
  await expect(status).toContainText("(3, 4, 5, 6)");
  await expression.fill("np.broadcast_to(np.arange(1000000), (2147483648, 1000000))");
  await expression.press("Enter");
  await expect(status).toContainText("(2147483648, 1000000) int64");
  await expect(result).toHaveText("[0 0 0 ... 0 0 0]");
  await grid.getByRole("gridcell").first().click();
  await page.keyboard.press("Control+End");
  await expect(grid.getByRole("rowheader", { name: "2147483647", exact: true })).toBeVisible();
  await expect(grid.getByRole("gridcell", { name: "999999", exact: true }).first()).toBeVisible();
  await choose("Operation", "argmax");
  await choose("Axis", "1");
  await expect(result).toHaveText("[999999 999999 999999 ... 999999 999999 999999]");
  await expect(winners.first()).toHaveText(/999999/u);
  await choose("Axis", "None");
  await expect(result).toHaveText("999999");
});

test.describe("measured", () => {
  test.describe.configure(measuredAgain);

  test("mapping, slider and play keep the page's thread free", async ({ room, folder }) => {
    const { page, app } = room;
    if (app === null) throw new Error("This test reads Electron's own trace.");
    const { status, expression, result } = windowOf(page);
    await openCube(room.pick, folder);
    await expect(status).toContainText("(3, 4, 5, 6)");
    await expression.fill("np.random.default_rng(0).integers(0, 999, size=(20, 30, 60, 40))");
    await expression.press("Enter");
    await expect(status).toContainText("(20, 30, 60, 40)");
    await expect(page.getByText("Axis 0 runs through the slices")).toBeVisible();
    const tasks = await pageThreadTasks(app, folder, async () => {
      const slider = page.getByLabel("Slice along axis 0");
      for (let step = 0; step < 12; step++) await slider.press("ArrowRight");
      await page.getByLabel("This slice only").check();
      for (let step = 0; step < 5; step++) await slider.press("ArrowLeft");
      await expect(expression).toHaveValue("np.argmin(a[7, 0, :, :], axis=0)");
      await page.getByRole("button", { name: "Swap rows and columns" }).click();
      await page.getByRole("combobox", { name: "Rows", exact: true }).selectOption("1");
      await expression.fill("np.argmax(a[3:9, 5, 10:50], axis=2)");
      await expression.press("Enter");
      await expression.fill("np.argmax(a[::-1].T)");
      await expression.press("Enter");
      await expect(page.getByText("Showing a[::-1].T")).toBeVisible();
      await page.getByRole("button", { name: "Back to a" }).click();
      await expect(result).not.toHaveText("");
      await page.waitForTimeout(300);
    });
    expectNoStutter(tasks, "mapping, slider, formula");
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no rule of accessibility is broken by the mapper, a region and the completions (${colorScheme})`, async ({
    room,
    folder,
  }) => {
    const { page } = room;
    const { status, expression, alert } = windowOf(page);
    await page.emulateMedia({ colorScheme });
    await openCube(room.pick, folder);
    await expect(status).toContainText("(3, 4, 5, 6)");
    await expression.fill("np.argmin(a[:2, 1, 1:4, 2:])");
    await expression.press("Enter");
    await expect(page.getByText("Reducing a[:2, 1, 1:4, 2:]")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await expression.fill("np.broadcast_to(a, 5)");
    await expression.press("Enter");
    await expect(alert).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await expression.fill("np.");
    await expression.press("ArrowDown");
    await expect(page.getByRole("listbox", { name: "Completions" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
