import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownFolder } from "../own-folder.ts";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

const text = 'city,"high, °C",low\r\nOslo,21.5,-4\r\n"Rio ""de"" Janeiro",30.25,\r\nCairo,34.5,9\r\n';
const file = join(ownFolder(), "tiny table.csv");
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

test.describe("files that were opened lately", () => {
  test("stand in the empty window, say which is gone, open again, and can be cleared", async ({ room }) => {
    test.skip(room.kind === "browser", "a page keeps no files");
    const { page } = room;
    const folder = ownFolder();
    const gone = join(folder, "gone soon.csv");
    writeFileSync(gone, text);
    const window = windowOf(page);
    await room.pick(gone);
    await expect(window.status).toContainText("(3, 2)");
    await room.pick(file);
    await expect(page).toHaveTitle(/tiny table/u);
    rmSync(folder, { recursive: true });
    await page.reload();
    const list = page.getByRole("list", { name: "Opened lately" });
    await expect(list.getByRole("button")).toHaveText(["tiny table.csv", "gone soon.csv"]);
    await expect(list.getByRole("button", { name: "gone soon.csv" })).toBeDisabled();
    await expect(list).toContainText("was not found");
    await list.getByRole("button", { name: "tiny table.csv" }).click();
    await expect(window.status).toContainText("(3, 2)");
    await page.reload();
    await page.getByRole("button", { name: "Clear" }).click();
    await expect(list).toHaveCount(0);
    await page.reload();
    await page.getByRole("heading", { name: "Type an array" }).waitFor();
    await expect(list).toHaveCount(0);
  });
});

test.describe("several arrays in one file", () => {
  test("the first opens at once, and another is picked beside the file's name", async ({ room }) => {
    const json = join(ownFolder(), "members.json");
    writeFileSync(json, '{"note": "hello", "grid": [[8, 92, 93], [94, 9, 7]], "line": [5, 3, 4]}');
    const window = windowOf(room.page);
    await room.pick(json);
    await expect(window.status).toContainText("(2, 3) int64");
    const picker = room.page.getByRole("combobox", { name: "Array" });
    await expect(picker).toHaveValue("grid");
    await picker.selectOption("line");
    await expect(window.status).toContainText("(3,) int64");
    await expect(window.result).toHaveText("1");
    await expect(picker).toHaveValue("line");
  });
});

test.describe("the file's own text", () => {
  test("stands in the cells, as far down as one looks, lined up on the point", async ({ room }) => {
    const long = join(ownFolder(), "parts.csv");
    const lines = Array.from({ length: 3000 }, (_, row) => `${String(row).padStart(5, "0")},${row}.50,n${row}`);
    writeFileSync(long, ["part,price,name", ...lines, ""].join("\n"));
    const { page } = room;
    const window = windowOf(page);
    await room.pick(long);
    await expect(window.grid.getByText("00007", { exact: true })).toBeVisible();
    await expect(window.grid.getByText("7.50", { exact: true })).toBeVisible();
    await window.grid.getByRole("gridcell").first().click();
    await page.keyboard.press("Control+End");
    await expect(window.grid.getByText("02999", { exact: true })).toBeVisible();
    await expect(window.grid.getByText("2999.50", { exact: true })).toBeVisible();
  });
});
