import { join } from "node:path";
import type { Page } from "@playwright/test";
import { writeBigTable } from "../big-table.ts";
import { ownFolder } from "../own-folder.ts";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

test.describe("a large file", () => {
  const folder = ownFolder();

  /** What the window said, in order, since the observer was set; with the milliseconds from the first of it. */
  async function watch(page: Page): Promise<() => Promise<{ text: string; at: number }[]>> {
    await page.evaluate(() => {
      const seen: { text: string; at: number }[] = [];
      const look = (): void => {
        const text = [
          document.querySelector(".still-reading")?.textContent ?? "",
          document.querySelector('[aria-label="Status"]')?.textContent ?? "",
        ].join(" · ");
        if (seen.at(-1)?.text !== text) seen.push({ text, at: performance.now() });
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
      Object.assign(globalThis, { seen });
    });
    return () => page.evaluate(() => (globalThis as unknown as { seen: { text: string; at: number }[] }).seen);
  }

  test("shows its first rows within a second, marked as still being read, then the whole", async ({ room }) => {
    const path = join(folder, "large.csv");
    await writeBigTable(path, 600_000, 20);
    const { page } = room;
    const window = windowOf(page);
    await window.sample("[91, 92, 93, 7, 95]").click();
    await expect(window.result).toHaveText("3");
    const said = await watch(page);
    await room.pick(path);
    await page.locator(".still-reading").waitFor();
    await expect(window.status).toContainText("(600000, 20)");
    const history = await said();
    const first = history.find(({ text }) => text.includes("the first 200 rows, still reading"));
    const begun = history.find(({ text }) => text.includes("large.csv"));
    expect(first, JSON.stringify(history)).toBeDefined();
    await expect(page.locator(".still-reading")).toHaveCount(0);
    // Printed, and not a test: the second is a promise to people who have their machine for themselves.
    const took = Math.round((first?.at ?? 0) - (begun?.at ?? 0));
    console.log(`the first 200 rows of 600,000 × 20 (108 MB) are there after ${took} ms`);
  });

  test("is cancelled while its first rows are shown, and the window is as it was", async ({ room }) => {
    const path = join(folder, "long.csv");
    await writeBigTable(path, 1_200_000, 20);
    const { page } = room;
    const window = windowOf(page);
    await window.sample("[[8, 92, 93], [94, 9, 7]]").click();
    await expect(window.result).toHaveText("[0 1 1]");
    await room.pick(path);
    await page.locator(".still-reading").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(window.status).toContainText("(2, 3) int64");
    await expect(window.result).toHaveText("[0 1 1]");
    expect(await window.winningTexts()).toEqual(["8", "9", "7"]);
    await window.choose("Axis", "1");
    await expect(window.result).toHaveText("[0 2]");
  });

  test("is given back to the import options: columns and rows of it open", async ({ room }) => {
    const path = join(folder, "wide.csv");
    await writeBigTable(path, 60_000, 60);
    const { page } = room;
    const window = windowOf(page);
    await room.pick(path);
    await expect(window.status).toContainText("(60000, 60)");
    const dialog = page.getByRole("dialog", { name: "Import options" });
    await page.getByRole("button", { name: "Import options" }).first().click();
    await expect(dialog.getByRole("columnheader").first()).toBeVisible();
    await dialog.getByRole("checkbox", { name: "sensor 1", exact: true }).uncheck();
    await dialog.getByLabel("Header lines", { exact: true }).selectOption("2");
    await expect(dialog.getByRole("columnheader").first()).toContainText("sensor 0 0.020403");
    await dialog.getByRole("button", { name: "All automatic" }).click();
    await expect(dialog.getByRole("columnheader").first()).toContainText(/sensor 0$/u);
    await dialog.getByLabel("First row", { exact: true }).fill("50000");
    await dialog.getByRole("button", { name: "Open" }).click();
    await expect(window.status).toContainText("(10000, 60)");
  });
});
