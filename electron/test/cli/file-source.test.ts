import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { sourceOf } from "../../cli/engine/source.ts";

const folder = mkdtempSync(join(tmpdir(), "argscope-source-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const control = new Int32Array(2);

it("reads any range of a file", async () => {
  const path = join(folder, "digits");
  writeFileSync(path, "0123456789");
  const source = await sourceOf(path, control);
  expect([source.name, source.size]).toEqual(["digits", 10]);
  expect(Buffer.from(await source.read(3, 7)).toString()).toBe("3456");
  expect(await source.read(10, 10)).toHaveLength(0);
  source.close();
});

it("refuses a file that shrinks while it is read", async () => {
  const path = join(folder, "shrinks");
  writeFileSync(path, "0123456789");
  const source = await sourceOf(path, control);
  truncateSync(path, 4);
  await expect(source.read(2, 8)).rejects.toMatchObject({
    name: "AccessError",
    message: "“shrinks” ended at byte 4, earlier than when it was opened: it changed meanwhile. Open it again.",
  });
  source.close();
});
