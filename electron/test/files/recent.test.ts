import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { RecentFiles } from "../../main/files/recent.ts";
import { temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();

async function files(...names: string[]): Promise<string[]> {
  for (const name of names) await writeFile(folder.path(name), "a\n1\n");
  return names.map((name) => folder.path(name));
}

const names = async (recent: RecentFiles): Promise<string[]> => (await recent.list()).map(({ name }) => name);

describe("the files that were opened last", () => {
  it("are listed newest first, each once", async () => {
    const recent = new RecentFiles(folder.path("recent.json"));
    const [a = "", b = ""] = await files("a.csv", "b.csv");
    for (const path of [a, b, a]) await recent.add(path);
    expect(await names(recent)).toEqual(["a.csv", "b.csv"]);
  });

  it("are there again when the program is started the next time", async () => {
    const [a = "", b = ""] = await files("a.csv", "b.csv");
    const recent = new RecentFiles(folder.path("recent.json"));
    await Promise.all([recent.add(a), recent.add(b)]);
    const next = new RecentFiles(folder.path("recent.json"));
    expect((await names(next)).toSorted()).toEqual(["a.csv", "b.csv"]);
    const [first] = await next.list();
    expect(await next.path(first?.id ?? "")).toBe(folder.path(first?.name));
  });

  it("are known to the page by a name and an id, never by a path", async () => {
    const recent = new RecentFiles(folder.path("recent.json"));
    const [a = ""] = await files("a.csv");
    await recent.add(a);
    expect(JSON.stringify(await recent.list())).not.toContain(folder.path());
  });

  it("are few: the oldest goes first", async () => {
    const recent = new RecentFiles(folder.path("recent.json"));
    for (let k = 0; k < 12; k++) await recent.add(folder.path(`${k}.csv`));
    expect(await names(recent)).toEqual(Array.from({ length: 8 }, (_, k) => `${11 - k}.csv`));
  });

  it("say why one cannot be opened any more", async () => {
    const recent = new RecentFiles(folder.path("recent.json"));
    const [a = "", b = ""] = await files("a.csv", "b.csv");
    await recent.add(a);
    await recent.add(b);
    await rm(a);
    expect(await recent.list()).toMatchObject([
      { name: "b.csv", problem: null },
      { name: "a.csv", problem: "“a.csv” was not found." },
    ]);
  });

  it("are forgotten when the person says so, in the profile too", async () => {
    const recent = new RecentFiles(folder.path("recent.json"));
    const [a = ""] = await files("a.csv");
    await recent.add(a);
    const [file] = await recent.list();
    await recent.clear();
    expect(await recent.list()).toEqual([]);
    expect(await readFile(folder.path("recent.json"), "utf8")).not.toContain("a.csv");
    await expect(recent.path(file?.id ?? "")).rejects.toThrow("not remembered any more");
  });

  it("are none where what was kept is damaged", async () => {
    await writeFile(folder.path("recent.json"), '{"not": "a list"');
    expect(await new RecentFiles(folder.path("recent.json")).list()).toEqual([]);
    await writeFile(folder.path("recent.json"), '[1, null, {"path": "/x"}]');
    expect(await new RecentFiles(folder.path("recent.json")).list()).toEqual([]);
  });

  it("are for their owner's eyes only", async () => {
    const recent = new RecentFiles(folder.path("recent.json"));
    await recent.add(folder.path("a.csv"));
    expect((await stat(folder.path("recent.json"))).mode & 0o077).toBe(0);
  });

  it("hinder nothing where they cannot be kept", async () => {
    const [a = ""] = await files("a.csv");
    const recent = new RecentFiles(folder.path("a.csv/recent.json"));
    await recent.add(a);
    expect(await names(recent)).toEqual(["a.csv"]);
  });
});
