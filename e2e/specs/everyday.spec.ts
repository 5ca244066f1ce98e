import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { expect, type Room, test } from "../room.ts";
import { windowOf } from "../window.ts";

/** Whether the text of an element is cut off. */
const isCut = (of: Locator): Promise<boolean> => of.evaluate((element) => element.scrollWidth > element.clientWidth);

async function setSize({ app }: Room, width: number, height: number, zoom = 1): Promise<void> {
  if (app === null) throw new Error("This test sets the size of a window.");
  await app.evaluate(
    ({ BrowserWindow }, [w, h, z]) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(w, h);
      window?.webContents.setZoomFactor(z);
    },
    [width, height, zoom] as const,
  );
}

test("a file's name is read in full at 1280 px, and gives its shape the line only while there is room", async ({
  room,
  folder,
}) => {
  const { page } = room;
  const { status } = windowOf(page);
  await setSize(room, 1280, 800);
  const name = "senior-staff-march-2020.csv";
  await writeFile(join(folder, name), "a,b\n1,2\n");
  await writeFile(join(folder, "t.csv"), "a,b,c\n1,2,3\n");

  await room.pick(join(folder, name));
  const title = page.getByRole("heading", { name });
  await expect(title).toBeVisible();
  expect(await isCut(title)).toBe(false);
  const box = await title.boundingBox();
  const button = await page.getByRole("button", { name: "Import options" }).boundingBox();
  expect(box !== null && button !== null && box.x + box.width <= button.x).toBe(true);
  await expect(status).toContainText("(1, 2) int64");

  await room.pick(join(folder, "t.csv"));
  await expect(page.getByRole("heading", { name: "t.csv" })).toBeVisible();
  const [heading, shape] = await Promise.all([
    page.getByRole("heading", { name: "t.csv" }).boundingBox(),
    page.locator(".file-title .code").boundingBox(),
  ]);
  expect(Math.abs((heading?.y ?? 0) - (shape?.y ?? 99))).toBeLessThan(4);
});

test("a name of 200 characters stays inside the receipt, and sixty sentences about columns are folded", async ({
  room,
  folder,
}) => {
  const { page } = room;
  const long = join(folder, `${"x".repeat(196)}.csv`);
  await writeFile(long, "a,b\n1,2\n3,4\n");
  await room.pick(long);
  await page.getByRole("tab", { name: "Receipt" }).click();
  const receipt = page.locator(".receipt");
  await expect(receipt).toContainText("was read as a table.");
  expect(await isCut(receipt)).toBe(false);

  const names = Array.from({ length: 60 }, (_, k) => `place ${k}`);
  const rows = Array.from({ length: 40 }, (_, k) => [k, ...names.map((_name, c) => (k === 7 ? "<=5" : k * c))].join(","));
  await writeFile(join(folder, "wide.csv"), `${["id", ...names].join(",")}\n${rows.join("\n")}\n`);
  await room.pick(join(folder, "wide.csv"));
  const more = receipt.getByText("56 more columns");
  await expect(more).toBeVisible();
  await expect(receipt.getByText('Column "place 3"')).toBeVisible();
  await expect(receipt.getByText('Column "place 59"')).toBeHidden();
  await more.click();
  await expect(receipt.getByText('Column "place 59"')).toBeVisible();
});

test("the list of winners has room for the columns' names, and in a narrow window for the index before the rest", async ({
  room,
  folder,
}) => {
  const { page } = room;
  const names = ["Actual Pay Floor", "Actual Pay Ceiling"];
  await writeFile(join(folder, "pay.csv"), `${names.join(",")}\n165000,169999\n70000,74999\n`);
  await setSize(room, 1280, 800);
  await room.pick(join(folder, "pay.csv"));
  const list = page.getByRole("list", { name: "Winners" });
  const lanes = list.locator(".winner-lane");
  await expect(lanes).toHaveText(["0 Actual Pay Floor", "1 Actual Pay Ceiling"]);
  for (const lane of await lanes.all()) expect(await isCut(lane)).toBe(false);
  const ends = async (of: Locator): Promise<number> => {
    const box = await of.boundingBox();
    return Math.round((box?.x ?? 0) + (box?.width ?? 0));
  };
  for (const [heading, cell] of [
    ["value", ".winner-value"],
    ["ties", ".winner-ties"],
  ] as const) {
    const text = page.getByRole("button", { name: `Sort by ${heading}` }).locator(".heading-text");
    expect(await ends(text), heading).toBe(await ends(list.locator(cell).first()));
  }

  await setSize(room, 800, 600, 2);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(500);
  const lane = lanes.first();
  await expect.poll(async () => (await lane.boundingBox())?.width ?? 0).toBeGreaterThan(60);
  await expect(list.locator(".winner-index").first()).toBeVisible();
  await expect(list.locator(".winner-ties").first()).toBeHidden();
});

test("a value has the room that short names leave, and where it is too long its exponent stays", async ({ room }) => {
  const { page } = room;
  await setSize(room, 1280, 800);
  const expression = page.getByRole("textbox", { name: "Expression" });
  const value = page.getByRole("list", { name: "Winners" }).locator(".winner-value").first();
  await expression.fill("[0.22915390521326254, 1]");
  await expression.press("Enter");
  await expect(value).toHaveText("0.22915390521326254");
  expect(await isCut(value.locator(".digits"))).toBe(false);
  await expression.fill("[-1.2345678901234567e-300, 1]");
  await expression.press("Enter");
  await expect(value).toHaveText("-1.2345678901234568e-300");
  const [whole, digits] = await Promise.all([value.boundingBox(), value.locator(".digits").boundingBox()]);
  expect((whole?.width ?? 0) - (digits?.width ?? 0)).toBeGreaterThan(30);
});

test("an array is typed as the formula bar takes it, and a mistake is said where it was made", async ({ room }) => {
  const { page, app } = room;
  if (app === null) throw new Error("This test uses the clipboard.");
  const { status, alert } = windowOf(page);
  const field = page.getByRole("textbox", { name: "Type an array" });
  for (const [typed, said] of [
    ["[[1, 2], [3]]", "ValueError: setting an array element with a sequence."],
    ["hello", "hello is not known here"],
    ["[1, 2,,]", "A value is missing before the , sign."],
    ["np.argmin([1, 2], axis=3)", "AxisError: axis 3 is out of bounds for array of dimension 1"],
  ] as const) {
    await field.fill(typed);
    await field.press("Enter");
    await expect(alert, typed).toContainText(said);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByRole("button", { name: "Import options" })).toBeHidden();
  }
  await field.fill("");
  await expect(alert).toBeHidden();

  // Two lines in a field of one would become 1, 23 and 4.
  await app.evaluate(({ clipboard }) => clipboard.writeText("a,b\n1,2\n3,4\n"));
  await field.press("Control+v");
  await expect(status).toContainText("(2, 2) int64");
});

test("the field of the empty window answers a whole question", async ({ room }) => {
  const { page } = room;
  const { result, status, expression } = windowOf(page);
  const field = page.getByRole("textbox", { name: "Type an array" });
  await field.fill("np.argmax(np.arange(12).reshape(3, 4), axis=1)");
  await field.press("Enter");
  await expect(status).toContainText("(3, 4) int64");
  await expect(result).toHaveText("[3 3 3]");
  await expect(expression).toHaveValue("np.argmax(a, axis=1)");
});

test("where nothing wins the list says why, and nobody is sent to look for a winner", async ({ room }) => {
  const { page } = room;
  const { result, expression, choose } = windowOf(page);
  const field = page.getByRole("textbox", { name: "Type an array" });
  await field.fill("[[nan, nan], [1, 2]]");
  await field.press("Enter");
  await choose("Axis", "1");
  await expect(page.locator(".lane-note")).toContainText("Point at a cell");
  await choose("NaN", "Skip NaN");
  await expect(result).toHaveText("ValueError: All-NaN slice encountered");
  await expect(page.locator(".side-panel")).toContainText("No winner: a lane holds nothing but NaN.");
  await expect(page.locator(".lane-note")).toBeHidden();
  await expression.fill("np.zeros((0, 3))");
  await expression.press("Enter");
  await expect(page.locator(".side-panel")).toContainText("No winner: there are no elements to compare.");
});

test("every dialog keeps inside a window of 800 × 600 at 200 %", async ({ room, folder }) => {
  const { page } = room;
  const { grid } = windowOf(page);
  const rows = Array.from({ length: 12 }, (_, k) => `a station with a long name ${k},${k},${12 - k}`);
  await writeFile(join(folder, "stations.csv"), `station,rain in the year,sun in the year\n${rows.join("\n")}\n`);
  await setSize(room, 800, 600, 2);
  await room.pick(join(folder, "stations.csv"));
  const press = (name: string) => async () => page.getByRole("button", { name, exact: true }).first().click();
  const key = (keys: string) => async () => page.keyboard.press(keys);
  const menu = (item: string) => async () => {
    await grid.locator('[role=columnheader][col-id="slot0"]').click({ button: "right", position: { x: 12, y: 12 } });
    await page.getByRole("menuitem", { name: item }).click();
  };
  for (const [title, show] of [
    ["Export", press("Export")],
    ["View", press("View")],
    ["Import options", press("Import options")],
    ["Keyboard", key("F1")],
    ["Go to", key("Control+g")],
    ["Save as", key("Control+Shift+s")],
    ["Filter", menu("Filter…")],
    ["Columns", menu("Columns…")],
    ["Number format", menu("Number format…")],
  ] as const) {
    await show();
    const dialog = page.getByRole("dialog", { name: title });
    await expect(dialog.getByRole("heading", { name: title })).toBeInViewport();
    expect(await isCut(dialog), title).toBe(false);
    const edge = await page.evaluate(() => document.documentElement.clientWidth);
    for (const button of await dialog.getByRole("button").all()) {
      await button.scrollIntoViewIfNeeded();
      const box = await button.boundingBox();
      const name = `${title}: ${(await button.innerText()) || (await button.getAttribute("aria-label"))}`;
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= edge, name).toBe(true);
    }
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
});
