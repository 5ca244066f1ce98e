import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

const text = 'city,"high, °C",low\r\nOslo,21.5,-4\r\n"Rio ""de"" Janeiro",30.25,\r\nCairo,34.5,9\r\n';
const file = join(mkdtempSync(join(tmpdir(), "argscope-open-")), "tiny table.csv");
writeFileSync(file, `\ufeff${text}`);

test.describe("by dialog", () => {
  test("a CSV with a mark of UTF-8, quotes, CRLF and a missing cell is read as a careful person reads it", async ({ room }) => {
    const window = windowOf(room.page);
    await room.pick(file);
    await expect(window.status).toContainText("(3, 2) float64");
    await window.choose("Axis", "0");
    await expect(window.result).toHaveText("[0 1]");
    await expect(window.grid.getByText('Rio "de" Janeiro')).toBeVisible();
    await expect(window.grid.getByText("high, °C")).toBeVisible();
    await window.choose("NaN", "Skip NaN");
    await expect(window.result).toHaveText("[0 0]");
    await expect
      .poll(() => room.page.getByRole("textbox", { name: "Expression" }).inputValue())
      .toBe("np.nanargmin(a, axis=0)");
  });

  test("opening changes nothing in the file", async ({ room }) => {
    const before = readFileSync(file);
    await room.pick(file);
    await expect(windowOf(room.page).status).toContainText("(3, 2) float64");
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

test.describe("by argument", () => {
  test.use({ args: [file] });

  test("the program opens the file that it is started with", async ({ room }) => {
    test.skip(room.kind === "browser", "a page has no arguments");
    await expect(windowOf(room.page).status).toContainText("(3, 2) float64");
    await expect(room.page).toHaveTitle(/tiny table\.csv/u);
  });
});

test.describe("by an argument that is not there", () => {
  test.use({ args: [join(tmpdir(), "no such table.csv")] });

  test("the window says which file was not found", async ({ room }) => {
    test.skip(room.kind === "browser", "a page has no arguments");
    await expect(windowOf(room.page).alert).toContainText("no such table.csv");
  });
});

test.describe("by drop", () => {
  test("a dropped file opens", async ({ room }) => {
    const dropped = await room.page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], "dropped.csv", { type: "text/csv" }));
      return transfer;
    }, text);
    for (const type of ["dragenter", "dragover", "drop"])
      await room.page.dispatchEvent("body", type, { dataTransfer: dropped });
    await expect(windowOf(room.page).status).toContainText("(3, 2) float64");
  });
});
