import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";

// The package as others get it: built, and imported by a plain Node that knows nothing of this project.

const out = mkdtempSync(join(tmpdir(), "argscope-core-"));
const entry = join(out, "index.js");

beforeAll(async () => {
  const configFile = fileURLToPath(new URL("../vite.config.mjs", import.meta.url));
  await build({ configFile, logLevel: "error", build: { outDir: out } });
  const threadFile = fileURLToPath(new URL("../vite.thread.config.mjs", import.meta.url));
  await build({ configFile: threadFile, logLevel: "error", build: { outDir: out } });
});

afterAll(() => rmSync(out, { recursive: true }));

function inNode(program: string): string {
  const source = `import * as core from ${JSON.stringify(pathToFileURL(entry).href)};\n${program}`;
  return execFileSync(process.execPath, ["--input-type=module", "--eval", source], { encoding: "utf8", cwd: out }).trim();
}

test("plain Node imports it and reduces, by loop and by kernel", () => {
  const program = `
    const a = core.empty([400, 500], "float64");
    for (let i = 0; i < a.data.length; i++) a.data[i] = (i * 7919) % 200000;
    console.log(JSON.stringify([
      core.argmin(core.fromNested([91, 92, 93, 7, 95])).toNested(),
      core.argmin(core.fromNested([[8, 92, 93], [94, 9, 7]]), 0).toNested(),
      core.argmax(a).toNested(),
      core.argmax(a, 1).toNested()[0],
    ]));`;
  const values = Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 200_000);
  const firstRow = values.slice(0, 500);
  expect(JSON.parse(inNode(program))).toEqual([3, [0, 1, 1], values.indexOf(199_999), firstRow.indexOf(Math.max(...firstRow))]);
});

test.each(["thread.js", "thread.cjs"])("a thread of %s alone shares a reduction and the reading of a table", (file) => {
  const thread = file.endsWith(".cjs")
    ? `const { servePool } = require("./${file}"); const { parentPort } = require("node:worker_threads");`
    : `import { servePool } from "./${file}"; import { parentPort } from "node:worker_threads";`;
  const name = file.replace("thread", "helper").replace(".js", ".mjs");
  writeFileSync(
    join(out, name),
    `${thread}\nparentPort.on("message", (message) => { servePool(message); parentPort.postMessage(message.say); });`,
  );
  const program = `
    import { once } from "node:events";
    import { Worker } from "node:worker_threads";
    const worker = new Worker("./${name}", { execArgv: [] });
    await once(worker, "online");
    core.setPool(() => worker);
    const a = core.empty([2_000_000], "float64");
    a.data[1_234_567] = -1;
    const served = [];
    worker.on("message", (say) => served.push(say));
    const first = core.argmin(a).item();
    const rows = Array.from({ length: 1_200_000 }, (_, row) => row + ".5");
    const table = await core.readCsv(new TextEncoder().encode("n\\n" + rows.join("\\n") + "\\n"));
    const last = core.argmax(table.block()).item();
    while (served.length < 3) await once(worker, "message");
    console.log(JSON.stringify({ first, last, served }));
    process.exit(0);`;
  expect(JSON.parse(inNode(program))).toEqual({ first: 1_234_567, last: 1_199_999, served: ["reduce", "scan", "reduce"] });
});

test("it has no run-time dependency", () => {
  const manifest = JSON.parse(readFileSync(fileURLToPath(new URL("../package.json", import.meta.url)), "utf8"));
  expect(Object.keys(manifest).filter((key) => /dependencies/i.test(key))).toEqual([]);
  expect(readFileSync(entry, "utf8")).not.toMatch(/\b(?:from|import)\s*\(?\s*["'](?!\.)/);
});

test("entry and kernels stay under 120 KB gzipped", () => {
  const bytes = gzipSync(readFileSync(entry), { level: 9 }).length;
  console.log(`@argscope/core: ${bytes} bytes gzipped`);
  expect(bytes).toBeLessThan(120_000);
});
