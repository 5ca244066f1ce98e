import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();
const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** The real code as plain JavaScript, for a process of its own. */
let replacement = "";

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: [{ find: /^@argscope\/core\/(.*)$/, replacement: `${source("../../../core/src/")}$1` }] },
    build: { ssr: source("../../main/files/replacement.ts"), write: false },
  });
  const [chunk] = "output" in built ? built.output : [];
  if (chunk?.type !== "chunk") throw new Error("The code was not bundled.");
  replacement = chunk.code;
});

/** Writes the file again and again, 64 blocks of the letter a, then of b, and so on, and says when each one is whole. */
const writer = `
  import { Replacement } from "./replacement.mjs";
  for (let round = 0; ; round++) {
    const file = await Replacement.begin(process.argv[2]);
    const block = new Uint8Array(4096).fill(97 + (round % 26));
    for (let i = 0; i < 64; i++) await file.write(block);
    await file.commit();
    process.stdout.write(".");
  }`;

beforeEach(async () => {
  await writeFile(folder.path("replacement.mjs"), replacement);
  await writeFile(folder.path("writer.mjs"), writer);
  await writeFile(folder.path("out.csv"), "old");
});

test.each([0, 1, 2, 3, 5, 8, 13, 21])(
  "a program killed %i ms after its first file was whole leaves a whole file under the name",
  async (milliseconds) => {
    const child = spawn(process.execPath, [folder.path("writer.mjs"), folder.path("out.csv")], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    child.kill("SIGKILL");
    await once(child, "exit");

    const content = await readFile(folder.path("out.csv"), "latin1");
    expect(content).toHaveLength(64 * 4096);
    expect(new Set(content).size).toBe(1);
    const unfinished = (await readdir(folder.path())).filter((name) => name.endsWith(".part"));
    expect(unfinished.length).toBeLessThanOrEqual(1);
  },
);
