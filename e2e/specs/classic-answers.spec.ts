import { readFile } from "node:fs/promises";
import { expect, type Room, test } from "../room.ts";
import { windowOf } from "../window.ts";

/** The four answers of the tutorial, and the cells that hold them in reading order. */
const line = "[91, 92, 93, 7, 95]";
const square = "[[8, 92, 93], [94, 9, 7]]";

const cases = [
  { sample: line, operation: "argmin", axis: "None", result: "3", lit: ["7"] },
  { sample: line, operation: "argmax", axis: "None", result: "4", lit: ["95"] },
  { sample: line, operation: "argmin", axis: "0", result: "3", lit: ["7"] },
  { sample: square, operation: "argmin", axis: "None", result: "5", lit: ["7"] },
  { sample: square, operation: "argmax", axis: "None", result: "3", lit: ["94"] },
  { sample: square, operation: "argmin", axis: "0", result: "[0 1 1]", lit: ["8", "9", "7"] },
  { sample: square, operation: "argmax", axis: "0", result: "[1 0 0]", lit: ["92", "93", "94"] },
  { sample: square, operation: "argmin", axis: "1", result: "[0 2]", lit: ["8", "7"] },
  { sample: square, operation: "argmax", axis: "1", result: "[2 0]", lit: ["93", "94"] },
] as const;

for (const { sample, operation, axis, result, lit } of cases) {
  test(`np.${operation} of ${sample} along axis ${axis} is ${result}, and the cells of the answer are lit`, async ({
    room,
  }) => {
    const window = windowOf(room.page);
    await window.sample(sample).click();
    // Before the array is there None is what the axis stands at, and choosing it says nothing.
    await expect(window.status).toContainText(sample === line ? "(5,)" : "(2, 3)");
    await window.choose("Operation", operation);
    await window.choose("Axis", axis);
    await expect(window.result).toHaveText(result);
    await expect.poll(async () => (await window.winningTexts()).toSorted()).toEqual([...lit].toSorted());
  });
}

test("keepdims keeps the reduced axis as one", async ({ room }) => {
  const window = windowOf(room.page);
  await window.sample(square).click();
  await window.choose("Axis", "1");
  await room.page.getByRole("checkbox", { name: "keepdims" }).check();
  await expect(window.result).toHaveText("[[0] [2]]");
  await expect
    .poll(() => room.page.getByRole("textbox", { name: "Expression" }).inputValue())
    .toBe("np.argmin(a, axis=1, keepdims=True)");
});

test("the exported file says what the window says", async ({ room }) => {
  const window = windowOf(room.page);
  await window.sample(square).click();
  await window.choose("Operation", "argmin");
  await window.choose("Axis", "0");
  await expect(window.result).toHaveText("[0 1 1]");
  expect(await exported(room, "answer.csv")).toBe("column,argmin,value\r\n0,0,8\r\n1,1,9\r\n2,1,7\r\n");
  await window.choose("Axis", "1");
  await expect(window.result).toHaveText("[0 2]");
  expect(await exported(room, "rows.csv")).toBe("row,argmin,value\r\n0,0,8\r\n1,2,7\r\n");
});

async function exported(room: Room, name: string): Promise<string> {
  const { page } = room;
  const path = await room.save(name, async () => {
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await page.getByRole("dialog", { name: "Export" }).getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(/^Wrote /u)).toBeVisible();
  });
  return readFile(path, "utf8");
}
