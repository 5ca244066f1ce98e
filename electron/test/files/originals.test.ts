import { rename, rm, utimes, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { PageFiles } from "../../main/files/page-files.ts";
import { channel } from "./channel.ts";
import { temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();

/** A file that a page got to read. */
async function granted(files: PageFiles): Promise<{ path: string; id: string }> {
  const path = folder.path("a.csv");
  await writeFile(path, "a,b\n1,2\n");
  const { id } = await files.grants.grant(path);
  return { path, id };
}

describe("a file that is saved over", () => {
  test("is the same until another program writes to it, if only as much", async () => {
    const files = new PageFiles();
    const { path, id } = await granted(files);
    expect(await files.grants.originals.fate(id)).toBe("same");
    await writeFile(path, "a,b\n1,3\n");
    await utimes(path, new Date(), new Date(Date.now() + 5000));
    expect(await files.grants.originals.fate(id)).toBe("changed");
    await writeFile(folder.path("b.csv"), "a,b\n1,2\n");
    await rename(folder.path("b.csv"), path);
    expect(await files.grants.originals.fate(id)).toBe("replaced");
    await rm(path);
    expect(await files.grants.originals.fate(id)).toBe("gone");
  });

  test("is known after its port has closed, and no more once the page is gone", async () => {
    const files = new PageFiles();
    const { path, id } = await granted(files);
    const { port, page } = channel();
    await files.grants.connect(id, port);
    page.send({ kind: "close" });
    await page.closed;
    expect(files.grants.originals.pathOf(id)).toBe(path);
    await files.end();
    expect(() => files.grants.originals.pathOf(id)).toThrow("This file is not granted any more. Save it under a name.");
  });

  test("can be read again under the destination's id, whether it was written or not", async () => {
    const files = new PageFiles();
    const { path } = await granted(files);
    const { id } = files.destinations.chooseOriginal(path);
    expect(files.destinations.written(id)).toBe(path);
  });
});

describe("a destination that was no file of the page's", () => {
  test("can be read once it was written to its end, and not before", async () => {
    const files = new PageFiles();
    const path = folder.path("new.csv");
    const { id } = files.destinations.choose(path);
    expect(() => files.destinations.written(id)).toThrow(/Nothing was written there/u);
    const { port, page } = channel();
    await files.destinations.connect(id, port);
    page.send({ kind: "write", bytes: new Uint8Array([97]) });
    await page.replies(1);
    expect(() => files.destinations.written(id)).toThrow(/Nothing was written there/u);
    page.send({ kind: "commit" });
    await page.replies(1);
    expect(files.destinations.written(id)).toBe(path);
    page.close();
  });

  test("that was given up cannot be read", async () => {
    const files = new PageFiles();
    const { id } = files.destinations.choose(folder.path("new.csv"));
    const { port, page } = channel();
    await files.destinations.connect(id, port);
    page.send({ kind: "abort" });
    await page.replies(1);
    expect(() => files.destinations.written(id)).toThrow(/Nothing was written there/u);
    page.close();
  });
});
