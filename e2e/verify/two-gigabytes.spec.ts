import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectNoStutter, measuredAgain, pageThreadTasks } from "../page-thread.ts";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

const columns = 20;
const blockRows = 50_000;
const blocks = 100;
const rows = blockRows * blocks;
/** In the last row, so that an answer has seen all of the file. */
const lastWinner = 7;

test.setTimeout(600_000);
test.describe.configure(measuredAgain);

let shelf: string;
let file: { readonly path: string; readonly size: number; readonly answer: string };

test.beforeAll(async () => {
  test.setTimeout(600_000);
  shelf = await mkdtemp(join(tmpdir(), "argscope-2gb-"));
  const path = join(shelf, "measurements.csv");
  const answer = await writeMeasurements(path);
  file = { path, size: (await stat(path)).size, answer };
});

test.afterAll(() => rm(shelf, { recursive: true, force: true }));

/** About 2 GB of 17-digit numbers: one block of rows again and again, and one row more. Returns argmin along axis 0, as printed. */
async function writeMeasurements(path: string): Promise<string> {
  let state = 12345;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const best = new Array<number>(columns).fill(Number.POSITIVE_INFINITY);
  const winners = new Array<number>(columns).fill(0);
  const lines: string[] = [];
  for (let row = 0; row < blockRows; row++) {
    const cells: string[] = [];
    for (let column = 0; column < columns; column++) {
      const value = next() + next() / 4294967296;
      const text = value.toPrecision(17);
      if (Number(text) < (best[column] ?? 0)) {
        best[column] = Number(text);
        winners[column] = row;
      }
      cells.push(text);
    }
    lines.push(cells.join(","));
  }
  const out = createWriteStream(path);
  out.write(`${Array.from({ length: columns }, (_, column) => `sensor ${column}`).join(",")}\n`);
  const block = Buffer.from(`${lines.join("\n")}\n`);
  for (let k = 0; k < blocks; k++) if (!out.write(block)) await once(out, "drain");
  out.end(`${Array.from({ length: columns }, (_, column) => (column === lastWinner ? "-1" : "2")).join(",")}\n`);
  await once(out, "finish");
  winners[lastWinner] = rows;
  return winners.join(" ");
}

test("a CSV of 2 GB opens with progress, can be cancelled at 10, 50 and 90 %, and the page thread stays free", async ({
  room,
  folder,
}) => {
  const { page, app } = room;
  if (app === null) throw new Error("This test reads Electron's own trace.");
  const window = windowOf(page);
  await window.sample("[91, 92, 93, 7, 95]").click();
  await expect(window.result).toHaveText("3");

  const stopped: string[] = [];
  let seconds = 0;
  const tasks = await pageThreadTasks(app, folder, async () => {
    for (const share of [10, 50, 90]) {
      const reached = cancelAt(page, share);
      await room.pick(file.path);
      const at = await reached;
      await expect(page.getByRole("button", { name: "Cancel" })).toBeHidden();
      await expect(window.result).toHaveText("3");
      stopped.push(`${at} %`);
    }
    const start = performance.now();
    await room.pick(file.path);
    await expect(window.status).toContainText(`(${rows + 1}, ${columns})`, { timeout: 300_000 });
    seconds = (performance.now() - start) / 1000;
    await window.choose("Axis", "0");
    await expect.poll(async () => flat(await window.result.innerText()), { timeout: 60_000 }).toBe(`[${file.answer}]`);
    await window.grid.getByRole("gridcell").first().click();
    await page.keyboard.press("Control+End");
    await expect(window.grid.getByText(String(rows), { exact: true }).first()).toBeVisible();
  });

  console.log(`cancelled at ${stopped.join(", ")}`);
  console.log(
    `${(file.size / 1e9).toFixed(2)} GB, ${((rows + 1) * columns).toLocaleString("en")} numbers: ${seconds.toFixed(1)} s in the window, ` +
      `${(file.size / 1e6 / seconds).toFixed(0)} MB/s`,
  );
  expectNoStutter(tasks, "opening 2 GB and cancelling");
});

/**
 * Presses Cancel as soon as the window shows so many percent, from within the page: a question from here takes as long as one or
 * two of them. Returns what was shown.
 */
function cancelAt(page: Page, share: number): Promise<number> {
  return page.evaluate(
    (percent) =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          const progress = document.querySelector(".status-bar progress");
          const button = document.querySelector<HTMLButtonElement>(".status-bar button");
          if (!(progress instanceof HTMLProgressElement) || button?.textContent !== "Cancel") return;
          const shown = progress.value / 10;
          if (shown < percent) return;
          observer.disconnect();
          button.click();
          resolve(shown);
        });
        observer.observe(document.body, { attributes: true, childList: true, subtree: true });
      }),
    share,
  );
}

/** NumPy folds long lines; one line is easier to compare. */
function flat(text: string): string {
  return text.replace(/\s+/gu, " ").replace("[ ", "[").trim();
}
