import type { Page } from "@playwright/test";
import { type BigTable, bigTable, bigColumns as columns } from "../big-table.ts";
import { expectNoStutter, measuredAgain, pageThreadTasks } from "../page-thread.ts";
import { expect, test } from "../room.ts";
import { bare, windowOf } from "../window.ts";

/** Watches the status line. Returns the shares in percent that it has shown since, each once. */
async function watchProgress(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const shown = new Set<string>();
    new MutationObserver(() => {
      const share = /(\d+)\s*%/u.exec(document.querySelector('[aria-label="Status"]')?.textContent ?? "")?.[1];
      if (share !== undefined) shown.add(share);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(globalThis, { shown });
  });
  return () => page.evaluate(() => [...(globalThis as unknown as { shown: Set<string> }).shown]);
}

test.describe.configure(measuredAgain);

let table: BigTable;

test.beforeAll(async () => {
  table = await bigTable();
});

test("a table of 1,000,000 rows opens with progress, scrolls and answers along both axes, and the page thread stays free", async ({
  room,
  folder,
}) => {
  const { page, app } = room;
  if (app === null) throw new Error("This test reads Electron's own trace.");
  const window = windowOf(page);
  // What a start costs is over once something has been shown.
  await window.sample("[91, 92, 93, 7, 95]").click();
  await expect(window.result).toHaveText("3");

  const progress = await watchProgress(page);
  const tasks = await pageThreadTasks(app, folder, async () => {
    await room.pick(table.path);
    await expect(window.status).toContainText("(1000000, 20)");
    await window.choose("Axis", "0");
    const axis0 = table.axis0.join(" ");
    await expect.poll(async () => flat(await window.result.innerText())).toBe(`[${axis0}]`);

    await window.choose("Axis", "1");
    const ends = [...table.axis1.subarray(0, 3), "...", ...table.axis1.subarray(-3)].join(" ");
    await expect.poll(async () => flat(await window.result.innerText())).toBe(`[${ends}]`);

    await window.grid.getByRole("gridcell").first().click();
    for (let notch = 0; notch < 20; notch++) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(30);
    }
    await page.keyboard.press("Control+End");
    await expect(window.grid.getByText("999999", { exact: true }).first()).toBeVisible();
  });

  expect((await progress()).length, "the progress was shown in steps").toBeGreaterThan(1);
  expectNoStutter(tasks, "opening and answering");

  // At the far end the lit cells are the answer's.
  const last = table.axis1.at(-1) ?? -1;
  await page.keyboard.press(last < columns / 2 ? "Home" : "End");
  const lit = window.grid.getByRole("row").last().locator('[data-winner="first"]');
  // Row numbers are the first of the columns, and columns count from 1.
  await expect(lit).toHaveAttribute("aria-colindex", String(last + 2));
  expect(bare(await lit.innerText())).toMatch(/^0\.\d+$/u);
});

test("Cancel while a file is opened leaves the window as it was", async ({ room }) => {
  const { page } = room;
  const window = windowOf(page);
  await window.sample("[[8, 92, 93], [94, 9, 7]]").click();
  await window.choose("Axis", "0");
  await expect(window.result).toHaveText("[0 1 1]");
  const before = { status: await window.status.innerText(), title: await page.title(), lit: await window.winningTexts() };

  await room.pick(table.path);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Cancel" })).toBeHidden();

  await expect(window.result).toHaveText("[0 1 1]");
  expect({ status: await window.status.innerText(), title: await page.title(), lit: await window.winningTexts() }).toEqual(
    before,
  );
  await window.choose("Axis", "1");
  await expect(window.result).toHaveText("[0 2]");
});

/** NumPy folds long lines; one line is easier to compare. */
function flat(text: string): string {
  return text.replace(/\s+/gu, " ").replace("[ ", "[").trim();
}
