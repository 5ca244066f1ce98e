// @ts-check
import { execFileSync } from "node:child_process";
import { mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { argmin, empty, free, openNpy, writeNpy } from "../dist/index.js";

// 200 arrays of 200 MB, opened one after the other as the window does it: the next is read before the one before is closed.
// Memory that is held must never be more than two arrays' worth.

const elements = 25_000_000;
const winner = 12_345_678;
const mb = (/** @type {number} */ bytes) => Math.round(bytes / 1e6);

const [first, path] = process.argv.slice(2);
if (first === "write" && path !== undefined) {
  // In a process of its own: what the writing takes is not the pool's.
  const a = empty([elements], "float64");
  const numbers = /** @type {Float64Array} */ (a.data);
  for (let k = 0; k < elements; k++) numbers[k] = (k * 48271) % 2147483647;
  numbers[winner] = -1;
  writeFileSync(path, writeNpy(a));
} else await openAndClose(Number(first ?? 200));

/** @param {number} arrays */
async function openAndClose(arrays) {
  const folder = mkdtempSync(join(tmpdir(), "argscope-pool-"));
  const file = join(folder, "a.npy");
  execFileSync(process.execPath, [fileURLToPath(import.meta.url), "write", file]);
  const source = sourceOf(file);
  const idle = process.memoryUsage().rss;
  let most = 0;
  /** @type {import("../src/index.ts").NdArray | null} */
  let shown = null;
  for (let k = 0; k < arrays; k++) {
    const next = await (await openNpy(source)).read();
    if (argmin(next).item() !== winner) throw new Error(`Array ${k} answers something else.`);
    if (shown !== null) free(shown);
    shown = next;
    most = Math.max(most, process.memoryUsage().rss - idle);
  }
  rmSync(folder, { recursive: true });
  const each = 8 * elements;
  console.log(
    `${arrays} arrays of ${mb(each)} MB opened and closed: at most ${mb(most)} MB more than the ${mb(idle)} MB at the start.`,
  );
  // Reading itself takes a few blocks of the file.
  if (most > 2 * each + 64e6) throw new Error(`That is more than two arrays' worth, ${mb(2 * each)} MB.`);
  console.log("1 passed, 0 failed");
}

/** @param {string} file */
function sourceOf(file) {
  const handle = openSync(file, "r");
  return {
    name: "a.npy",
    size: statSync(file).size,
    /** @param {number} start @param {number} end */
    async read(start, end) {
      const bytes = new Uint8Array(end - start);
      readSync(handle, bytes, 0, bytes.length, start);
      return bytes;
    },
  };
}
