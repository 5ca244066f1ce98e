import { execFile } from "node:child_process";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "../room.ts";

const root = join(import.meta.dirname, "../..");

test("without a display `npm start -- FILE` answers, exports and leaves a picture, even where no winner is in sight at first", async ({
  folder,
}) => {
  const rows = Array.from({ length: 3000 }, (_, row) => `${3000 - row},${(row * 7) % 3000}.5`);
  const file = join(folder, "falling.csv");
  await writeFile(file, `down,around\n${rows.join("\n")}\n`);
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...environment } = process.env;
  const { stdout } = await promisify(execFile)("node", ["build/start.mjs", file], { cwd: root, env: environment });
  expect(stdout).toMatch(/down\s+2999\s+1\n/u);
  expect(await readFile(join(root, "out/quickstart/result.csv"), "utf8")).toBe(
    "column,name,argmin,value\r\n0,down,2999,1\r\n1,around,0,0.5\r\n",
  );
  expect((await stat(join(root, "out/quickstart/window.png"))).size).toBeGreaterThan(10_000);
});

test("a file that cannot be read ends it with the window's own sentence and exit code 3", async ({ folder }) => {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...environment } = process.env;
  const start = promisify(execFile)("node", ["build/start.mjs", join(folder, "nowhere.csv")], { cwd: root, env: environment });
  await expect(start).rejects.toMatchObject({ code: 3, stderr: expect.stringContaining("nowhere.csv") });
});
