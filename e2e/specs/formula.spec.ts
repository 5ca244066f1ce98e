import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

const table = "city,Jan,Feb,Mar\nOslo,8,92,93\nRome,94,9,7\nBari,5,6,91\n";

test.beforeEach(async ({ room, folder }) => {
  const path = join(folder, "weather.csv");
  await writeFile(path, table);
  await room.pick(path);
  await expect(windowOf(room.page).result).toHaveText("[2 2 1]");
});

test("a region is marked in place: only its cells are lit, and the answer counts in it", async ({ room }) => {
  const { page } = room;
  const { expression, result, winningTexts, grid } = windowOf(page);
  await expression.fill("np.argmin(a[:2, 1:], axis=0)");
  await expression.press("Enter");
  await expect(result).toHaveText("[1 1]");
  await expect.poll(winningTexts).toEqual(["9", "7"]);
  await expect(grid.locator('[data-region="out"]')).toHaveCount(5);
  await expect(grid.locator('[data-region~="in"]')).toHaveCount(4);
  await page.getByRole("button", { name: "All of a" }).click();
  await expect(expression).toHaveValue("np.argmin(a, axis=0)");
  await expect(grid.locator("[data-region]")).toHaveCount(0);
});

// NumPy 2.4.6: np.argmin(np.array([[8, 92, 93], [94, 9, 7], [5, 6, 91]])[::-1].T, axis=-1) is [0 0 1].
test("np.argmin(a[::-1].T, axis=-1) is NumPy's, and the view is what is shown", async ({ room }) => {
  const { page } = room;
  const { expression, result, status, grid, winningTexts } = windowOf(page);
  await expression.fill("np.argmin(a[::-1].T, axis=-1)");
  await expression.press("Enter");
  await expect(result).toHaveText("[0 0 1]");
  await expect(page.getByText("Showing a[::-1].T")).toBeVisible();
  await expect(status).toContainText("(3, 3) int64");
  await expect.poll(winningTexts).toEqual(["5", "6", "7"]);
  await expect(grid.getByRole("columnheader", { name: /Bari/u })).toBeVisible();
  await page.getByRole("button", { name: "Back to a" }).click();
  await expect(grid.getByRole("columnheader", { name: /Feb/u })).toBeVisible();
  await expect(result).toHaveText("[0 2 0]");
});

test("what the controls cannot say is answered beside what finds it", async ({ room }) => {
  const { page } = room;
  const { expression, result, winningTexts, choose } = windowOf(page);
  await expression.fill("a.max(axis=1)");
  await expression.press("Enter");
  await expect(result).toHaveText("[93 94 91]");
  await expect.poll(winningTexts).toEqual(["93", "94", "91"]);
  await expression.fill("np.unravel_index(np.argmin(a), a.shape)");
  await expression.press("Enter");
  await expect(result).toHaveText("(np.int64(2), np.int64(0))");
  await choose("Axis", "1");
  await expect(expression).toHaveValue("np.argmin(a, axis=1)");
  await expect(result).toHaveText("[0 2 0]");
});

test("a list becomes the array, and the question is asked of it", async ({ room }) => {
  const { page } = room;
  const { expression, result, status } = windowOf(page);
  await expression.fill("np.argmax(np.array([[8,92,93],[94,9,7]]), axis=1)");
  await expression.press("Enter");
  await expect(status).toContainText("(2, 3) int64");
  await expect(expression).toHaveValue("np.argmax(a, axis=1)");
  await expect(result).toHaveText("[2 0]");
});

test("names are completed by keyboard", async ({ room }) => {
  const { page } = room;
  const { expression, result } = windowOf(page);
  await expression.fill("");
  await expression.pressSequentially("np.arg");
  const list = page.getByRole("listbox", { name: "Completions" });
  await expect(list.getByRole("option")).toHaveText([/argmin/u, /argmax/u]);
  await expression.press("ArrowDown");
  await expression.press("ArrowDown");
  await expect(list.getByRole("option", { selected: true })).toHaveText(/argmax/u);
  await expression.press("Enter");
  await expect(expression).toHaveValue("np.argmax(");
  await expression.pressSequentially("a, ax");
  await expression.press("Tab");
  await expect(expression).toHaveValue("np.argmax(a, axis=");
  await expression.pressSequentially("1)");
  await expect(list).toHaveCount(0);
  await expression.press("Enter");
  await expect(result).toHaveText("[2 0 2]");
});

test("a mistake is underlined with its reason, and changes nothing", async ({ room }) => {
  const { page } = room;
  const { expression, result, alert } = windowOf(page);
  for (const [text, at, reason] of [
    ["np.argmn(a)", "argmn", "did you mean argmin?"],
    ["np.argmin(a, axis=2)", "2", "AxisError: axis 2 is out of bounds for array of dimension 2"],
    ["np.argmin(a[7])", "[7]", "IndexError: index 7 is out of bounds for axis 0 with size 3"],
    ["np.broadcast_to(a, (2, 4))", "np.broadcast_to(a, (2, 4))", "could not be broadcast together"],
  ] as const) {
    await expression.fill(text);
    await expression.press("Enter");
    await expect(alert).toContainText(reason);
    await expect(page.locator(".expression-mirror mark")).toHaveText(at);
    await expect(expression).toHaveAttribute("aria-invalid", "true");
    await expect(result).toHaveText("[2 2 1]");
  }
  await expression.press("Escape");
  await expect(expression).toHaveValue("np.argmin(a, axis=0)");
  await expect(alert).toHaveCount(0);
});
