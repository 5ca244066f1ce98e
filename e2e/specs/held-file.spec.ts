import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ElectronApplication } from "@playwright/test";
import { expect, type Room, test } from "../room.ts";
import { windowOf } from "../window.ts";

// A large file crosses to the page as the page's own, which is several times as fast as a port; the port is what counts.

const rows = 200_000;
const winner = 123_456;

interface Counted {
  bytesRead: number;
}

/** A table whose third column is smallest in one row. */
async function writeTable(folder: string): Promise<{ path: string; size: number }> {
  const path = join(folder, "large.csv");
  const line = (row: number): string => `${row},${row * 2},${row === winner ? -5 : row % 1000}`;
  const text = `a,b,c\n${Array.from({ length: rows }, (_, row) => line(row)).join("\n")}\n`;
  await writeFile(path, text);
  return { path, size: text.length };
}

/** Counts the bytes that main reads from now on. */
async function countReads(app: ElectronApplication): Promise<() => Promise<number>> {
  await app.evaluate(async () => {
    const counted = globalThis as typeof globalThis & Counted;
    counted.bytesRead = 0;
    const handle = await process.getBuiltinModule("node:fs/promises").open(process.execPath);
    const prototype = Object.getPrototypeOf(handle);
    const { read } = prototype;
    prototype.read = async function (...args: unknown[]) {
      const done = await read.apply(this, args);
      counted.bytesRead += done.bytesRead;
      return done;
    };
    await handle.close();
  });
  return () => app.evaluate(() => (globalThis as typeof globalThis & Counted).bytesRead);
}

async function opened({ pick, page }: Room, path: string): Promise<void> {
  const window = windowOf(page);
  await pick(path);
  await expect(window.status).toContainText(`(${rows}, 3)`);
  await window.choose("Axis", "0");
  await expect(window.result).toHaveText(`[     0      0 ${winner}]`);
}

test("a large file that is picked is read by the page itself", async ({ room, folder }) => {
  const { app, page } = room;
  if (app === null) throw new Error("This test looks into main.");
  const { path, size } = await writeTable(folder);
  const bytesRead = await countReads(app);
  await opened(room, path);
  expect(await bytesRead()).toBeLessThan(size / 4);
  await expect(page.locator("input[type=file]")).toHaveCount(0);
  console.log(`of ${size} bytes ${await bytesRead()} came through the port`);
});

test("where it cannot be handed over the file is read through the port", async ({ room, folder }) => {
  const { app } = room;
  if (app === null) throw new Error("This test looks into main.");
  const { path, size } = await writeTable(folder);
  await app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      webContents.debugger.attach = () => {
        throw new Error("Another debugger is already attached to this target");
      };
    }
  });
  const bytesRead = await countReads(app);
  await opened(room, path);
  expect(await bytesRead()).toBeGreaterThanOrEqual(size);
});
