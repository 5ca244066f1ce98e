import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { ElectronApplication, Locator, Page } from "@playwright/test";
import { expect, type Room, test } from "../room.ts";
import { windowOf } from "../window.ts";

const TABLE = `x,y,z
1,nan,-inf
2,5,7
3,inf,100
`;

async function open(room: Room, folder: string): Promise<void> {
  const path = join(folder, "heat.csv");
  await writeFile(path, TABLE);
  await room.pick(path);
  await expect(windowOf(room.page).status).toContainText("(3, 3)");
}

const view = async (page: Page): Promise<Locator> => {
  await page.getByRole("button", { name: "View", exact: true }).click();
  return page.getByRole("dialog", { name: "View" });
};

const background = (of: Locator): Promise<string> => of.evaluate((element) => getComputedStyle(element).backgroundColor);

async function violations(page: Page): Promise<string[]> {
  // Legacy mode: Electron cannot open the second page that axe would use for frames; there are no frames.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

test("a theme is chosen beside the system's, and remembered", async ({ room, folder }) => {
  const { page } = room;
  await page.emulateMedia({ colorScheme: "light" });
  await open(room, folder);
  const surface = page.locator("body");
  const light = await background(surface);
  const dialog = await view(page);
  await dialog.getByRole("radio", { name: "Dark" }).check();
  const dark = await background(surface);
  expect(dark).not.toBe(light);
  await page.reload();
  await page.getByRole("button", { name: "Open", exact: true }).waitFor();
  expect(await background(surface)).toBe(dark);
  const again = await view(page);
  await expect(again.getByRole("radio", { name: "Dark" })).toBeChecked();
  await again.getByRole("radio", { name: "System" }).check();
  expect(await background(surface)).toBe(light);
});

test("cells are coloured by their numbers: NaN and infinities apart, the winner in its own colour", async ({
  room,
  folder,
}) => {
  const { page } = room;
  const window = windowOf(page);
  await open(room, folder);
  await window.choose("Axis", "None");
  const dialog = await view(page);
  await dialog.getByRole("radio", { name: "All together" }).check();
  await dialog.getByRole("button", { name: "Done" }).click();
  const cell = (row: number, column: number): Locator =>
    window.grid.locator(`.ag-row[row-index="${row}"] [col-id="slot${column}"].ag-cell`);
  const legend = page.getByRole("region", { name: "Colours of the cells" });
  await expect(legend).toContainText("1");
  await expect(legend).toContainText("100");
  await expect(cell(0, 0)).toHaveAttribute("data-heat", "0");
  await expect(cell(2, 2)).toHaveAttribute("data-heat", "23");
  await expect(cell(2, 1)).toHaveAttribute("data-heat", "inf");
  await expect(cell(0, 2)).toHaveAttribute("data-heat", "-inf");
  await expect(cell(0, 1)).not.toHaveAttribute("data-heat", /./u);
  await expect(cell(0, 1)).toHaveAttribute("data-winner", "first");
  expect(await background(cell(0, 1))).toBe("rgb(0, 114, 178)");
  expect(await background(cell(2, 2))).not.toBe(await background(cell(0, 0)));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
  // Each column by itself: its largest is at the end of the scale.
  await (await view(page)).getByRole("radio", { name: "Each column" }).check();
  await page.keyboard.press("Escape");
  await expect(cell(2, 0)).toHaveAttribute("data-heat", "23");
  await page.getByRole("button", { name: "Do not colour cells" }).click();
  await expect(cell(2, 0)).not.toHaveAttribute("data-heat", /./u);
});

test("in high contrast no rule of accessibility is broken, and the menu and the keyboard map can be read", async ({
  room,
  folder,
}) => {
  const { page } = room;
  await page.emulateMedia({ forcedColors: "active" });
  await open(room, folder);
  expect(await violations(page)).toEqual([]);
  await windowOf(page).grid.getByRole("columnheader", { name: /x$/u }).click({ button: "right" });
  await expect(page.getByRole("menu", { name: "Column" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("F1");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toContainText("Ctrl+C");
  expect(await violations(page)).toEqual([]);
});

/** What the keys of the window's own menu do. */
function press(app: ElectronApplication, role: "zoomin" | "zoomout" | "resetzoom"): Promise<void> {
  return app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    const item = items.find((each) => each.role?.toLowerCase() === wanted);
    const [window] = BrowserWindow.getAllWindows();
    if (item === undefined || window === undefined) throw new Error(`There is no menu item for ${wanted}.`);
    item.click(undefined, window, window.webContents);
  }, role);
}

test("larger and smaller changes the whole window, and the grid fills it", async ({ room, folder }) => {
  const { page, app } = room;
  if (app === null) throw new Error("The size is that of the program's own window.");
  await open(room, folder);
  const rows = Array.from({ length: 500 }, (_, row) => Array.from({ length: 60 }, (_unused, column) => row + column).join(","));
  const path = join(folder, "wide.csv");
  await writeFile(path, rows.join("\n"));
  await room.pick(path);
  const { grid, status } = windowOf(page);
  await expect(status).toContainText("60)");
  const inSight = async (): Promise<{ rows: number; columns: number; width: number }> => ({
    rows: await grid.getByRole("rowheader").count(),
    columns: await page.locator('[role=columnheader][col-id^="slot"]:not([data-beyond])').count(),
    width: await page.evaluate(() => innerWidth),
  });
  const before = await inSight();
  await press(app, "zoomin");
  await expect.poll(async () => (await inSight()).width).toBeLessThan(before.width);
  await expect.poll(async () => (await inSight()).columns).toBeLessThan(before.columns);
  await press(app, "zoomout");
  await press(app, "zoomout");
  await expect.poll(async () => (await inSight()).columns).toBeGreaterThan(before.columns);
  await expect.poll(async () => (await inSight()).rows).toBeGreaterThan(before.rows);
  const small = await inSight();
  await page.reload();
  await page.getByRole("button", { name: "Open", exact: true }).waitFor();
  expect((await inSight()).width).toBe(small.width);
  await press(app, "resetzoom");
  await expect.poll(async () => (await inSight()).width).toBe(before.width);
});
