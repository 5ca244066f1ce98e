import { expect, test } from "../room.ts";
import { violations } from "../violations.ts";
import { windowOf } from "../window.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`no rule of accessibility is broken in the ${colorScheme} window: empty, with an answer, with the export dialog`, async ({
    room,
  }) => {
    const { page } = room;
    const window = windowOf(page);
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
    await window.sample("Monthly mean temperatures of cities").click();
    await expect(window.winners.first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await window.choose("Operation", "argmax");
    await window.choose("Axis", "1");
    await expect(window.winners.first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Export" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test("a winning cell says why it is lit", async ({ room }) => {
  const window = windowOf(room.page);
  await window.sample("[[8, 92, 93], [94, 9, 7]]").click();
  await window.choose("Axis", "0");
  await expect(window.result).toHaveText("[0 1 1]");
  await expect(window.winners.first()).toHaveAccessibleDescription(/argmin/u);
});
