import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { npyOf } from "../npy.ts";
import { ownFolder } from "../own-folder.ts";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

const folder = ownFolder();
const records = join(folder, "records.npy");
writeFileSync(records, npyOf("[('n', '<i4'), ('x', '<f8'), ('who', '|S2')]", [2], recordBytes()));
const ints = join(folder, "ids.csv");
writeFileSync(ints, "city,id,n\nOslo,9007199254740993,007\nRome,9007199254740992,-5\nCairo,-9223372036854775807,12\n");
const mixed = join(folder, "mixed.csv");
writeFileSync(mixed, "day,ok,id,x\n2024-03-07,true,9007199254740993,1.5\n2023-12-31,false,2,NA\n");

test("whole numbers are int64, and exact beyond 2^53", async ({ room }) => {
  const window = windowOf(room.page);
  await room.pick(ints);
  await expect(window.status).toContainText("(3, 2) int64");
  await window.choose("Operation", "argmax");
  await window.choose("Axis", "0");
  await expect(window.result).toHaveText("[0 2]");
  await window.choose("Operation", "argmin");
  await expect(window.result).toHaveText("[2 1]");
  await expect(window.grid.getByText("9007199254740993")).toBeVisible();
  await expect(window.grid.getByText("-9223372036854775807").first()).toBeVisible();
});

test("true and false and dates are labels beside numbers, and what was rounded is said", async ({ room }) => {
  const window = windowOf(room.page);
  await room.pick(mixed);
  await expect(window.status).toContainText("(2, 2) float64");
  await expect(window.grid.getByText("2024-03-07")).toBeVisible();
  await room.page.getByRole("tab", { name: "Receipt" }).click();
  await expect(room.page.getByText("1 whole number beyond 2^53 became the nearest float64 (line 2).")).toBeVisible();
  await expect(room.page.getByText('Column "day" holds dates (datetime64[D]).')).toBeVisible();
});

test("records read as NumPy prints them", async ({ room }) => {
  const window = windowOf(room.page);
  await room.pick(records);
  await expect(window.status).toContainText("(2,)");
  await expect(window.grid.getByText("(1, 0.5, b'ab')")).toBeVisible();
  await expect(window.grid.getByText("(-2, 3.0, b'c')")).toBeVisible();
  await expect(window.result).toHaveText("TypeError: data type not ordered");
});

test("dates are typed as NumPy's repr has them, NaT wins as there, and min is printed as there", async ({ room }) => {
  const { expression, result, status, winningTexts } = windowOf(room.page);
  await expression.fill("np.array([['2024-05-01', 'NaT'], ['2023-12', '2024-06-02']], dtype='datetime64[D]')");
  await expression.press("Enter");
  await expect(result).toHaveText("[1 0]");
  await expect(status).toContainText("(2, 2) datetime64[D] · 1 NaT");
  await expect.poll(winningTexts).toEqual(["NaT", "2023-12-01"]);
  await expression.fill("np.nanmin(a, axis=1)");
  await expression.press("Enter");
  await expect(result).toHaveText("['2024-05-01' '2023-12-01']");
  await expression.fill("np.min(a, axis=1)");
  await expression.press("Enter");
  await expect(result).toHaveText("[       'NaT' '2023-12-01']");
});

/** (1, 0.5, b'ab') and (-2, 3.0, b'c'), packed. */
function recordBytes(): Uint8Array {
  const view = new DataView(new ArrayBuffer(28));
  view.setInt32(0, 1, true);
  view.setFloat64(4, 0.5, true);
  view.setUint16(12, 0x6162);
  view.setInt32(14, -2, true);
  view.setFloat64(18, 3, true);
  view.setUint8(26, 0x63);
  return new Uint8Array(view.buffer);
}
