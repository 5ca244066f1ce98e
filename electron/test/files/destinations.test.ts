import { spawnSync } from "node:child_process";
import { chmod, lstat, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { Destinations } from "../../main/files/destinations.ts";
import { channel, type PageEnd } from "./channel.ts";
import { temporaryFolder, withoutPrivilege } from "./folder.ts";

const folder = temporaryFolder();
const done = { kind: "done" };
const text = (content: string) => ({ kind: "write", bytes: new TextEncoder().encode(content) });
const content = (name: string) => readFile(folder.path(name), "utf8");
const accessError = (message: string) => expect.objectContaining({ tag: "Access", name: "AccessError", message });
const faultReply = (message: string) => ({ kind: "fault", fault: accessError(message) });

async function connected(path: string): Promise<{ destinations: Destinations; page: PageEnd }> {
  const destinations = new Destinations();
  const { port, page } = channel();
  await destinations.connect(destinations.choose(path).id, port);
  return { destinations, page };
}

describe("writing to a destination", () => {
  test("puts the blocks under the name in the order they came, each acknowledged", async () => {
    const { page } = await connected(folder.path("out.csv"));
    for (const message of [text("a,b\n"), text("1,2\n"), { kind: "commit" }]) page.send(message);
    expect(await page.replies(3)).toEqual([done, done, done]);
    expect(await content("out.csv")).toBe("a,b\n1,2\n");
    expect(await readdir(folder.path())).toEqual(["out.csv"]);
    page.close();
  });

  test("leaves the name alone until commit", async () => {
    await writeFile(folder.path("out.csv"), "old");
    const { page } = await connected(folder.path("out.csv"));
    expect(await page.ask(text("new"))).toEqual(done);
    expect(await content("out.csv")).toBe("old");
    expect(await page.ask({ kind: "commit" })).toEqual(done);
    expect(await content("out.csv")).toBe("new");
    page.close();
  });

  test("replaces the file instead of writing into it: who has the old one open keeps it whole", async () => {
    await writeFile(folder.path("out.csv"), "old");
    const before = await stat(folder.path("out.csv"));
    const { page } = await connected(folder.path("out.csv"));
    page.send(text("new"));
    page.send({ kind: "commit" });
    await page.replies(2);
    expect((await stat(folder.path("out.csv"))).ino).not.toBe(before.ino);
    page.close();
  });

  test.skipIf(process.platform === "win32").each([0o600, 0o664, 0o755])(
    "keeps the mode %o of an existing file",
    async (mode) => {
      await writeFile(folder.path("out.csv"), "old");
      await chmod(folder.path("out.csv"), mode);
      const { page } = await connected(folder.path("out.csv"));
      page.send({ kind: "commit" });
      await page.replies(1);
      expect((await stat(folder.path("out.csv"))).mode & 0o7777).toBe(mode);
      page.close();
    },
  );

  test.skipIf(process.platform === "win32")("gives a new file the mode that any program's new file gets", async () => {
    await writeFile(folder.path("plain"), "");
    const { page } = await connected(folder.path("out.csv"));
    page.send({ kind: "commit" });
    await page.replies(1);
    expect((await stat(folder.path("out.csv"))).mode).toBe((await stat(folder.path("plain"))).mode);
    page.close();
  });

  test.skipIf(process.platform === "win32")("through a symbolic link replaces what the link names", async () => {
    await mkdir(folder.path("elsewhere"));
    await writeFile(folder.path("elsewhere/real.csv"), "old");
    await symlink(folder.path("elsewhere/real.csv"), folder.path("link.csv"));
    const { page } = await connected(folder.path("link.csv"));
    page.send(text("new"));
    page.send({ kind: "commit" });
    await page.replies(2);
    expect((await lstat(folder.path("link.csv"))).isSymbolicLink()).toBe(true);
    expect(await content("elsewhere/real.csv")).toBe("new");
    expect(await readdir(folder.path("elsewhere"))).toEqual(["real.csv"]);
    page.close();
  });

  test("takes a name as long as the file system allows", async () => {
    const name = `${"n".repeat(251)}.csv`;
    const { page } = await connected(folder.path(name));
    page.send({ kind: "commit" });
    expect(await page.replies(1)).toEqual([done]);
    expect(await readdir(folder.path())).toEqual([name]);
    page.close();
  });
});

describe("no trace is left and the old file stays", () => {
  test("when the page aborts", async () => {
    await writeFile(folder.path("out.csv"), "old");
    const { page } = await connected(folder.path("out.csv"));
    page.send(text("half"));
    page.send({ kind: "abort" });
    expect(await page.replies(2)).toEqual([done, done]);
    expect(await readdir(folder.path())).toEqual(["out.csv"]);
    expect(await content("out.csv")).toBe("old");
    expect(await page.ask({ kind: "commit" })).toEqual(faultReply("“out.csv” is not being written any more."));
    expect(await content("out.csv")).toBe("old");
    page.close();
  });

  test("when the page's end of the port closes before commit", async () => {
    const { page } = await connected(folder.path("out.csv"));
    await page.ask(text("half"));
    expect(await readdir(folder.path())).toHaveLength(1);
    page.close();
    await expect.poll(() => readdir(folder.path())).toEqual([]);
  });

  test("when the page goes", async () => {
    const { destinations, page } = await connected(folder.path("out.csv"));
    await page.ask(text("half"));
    await destinations.abortAll();
    expect(await readdir(folder.path())).toEqual([]);
    await page.closed;
  });

  test("when the page goes while the temporary file is being made", async () => {
    const destinations = new Destinations();
    const { port } = channel();
    const connecting = destinations.connect(destinations.choose(folder.path("out.csv")).id, port);
    await destinations.abortAll();
    await connecting;
    expect(await readdir(folder.path())).toEqual([]);
  });

  test("when a message makes no sense, and the writing goes on", async () => {
    const { page } = await connected(folder.path("out.csv"));
    for (const nonsense of [null, "commit", { kind: "write", bytes: "text" }, { kind: "rename", path: "/" }]) {
      expect(await page.ask(nonsense)).toEqual({ kind: "fault", fault: expect.objectContaining({ tag: "Internal" }) });
    }
    page.send(text("fine"));
    page.send({ kind: "commit" });
    await page.replies(2);
    expect(await content("out.csv")).toBe("fine");
    page.close();
  });

  test("when the name became a folder meanwhile", async () => {
    const { page } = await connected(folder.path("out.csv"));
    await page.ask(text("new"));
    await mkdir(folder.path("out.csv/inside"), { recursive: true });
    expect(await page.ask({ kind: "commit" })).toEqual(faultReply("“out.csv” is a folder, not a file."));
    expect(await readdir(folder.path())).toEqual(["out.csv"]);
    page.close();
  });

  test("when the folder vanished meanwhile", async () => {
    await mkdir(folder.path("inner"));
    const { page } = await connected(folder.path("inner/out.csv"));
    await page.ask(text("new"));
    await rm(folder.path("inner"), { recursive: true });
    expect(await page.ask({ kind: "commit" })).toEqual(faultReply("The folder of “out.csv” was not found."));
    page.close();
  });

  test("when the disk is full (a real one of 64 KiB)", async ({ skip }) => {
    const disk = folder.path("disk");
    await mkdir(disk);
    const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]);
    if (status !== 0) skip("mounting a small disk takes Linux and root");
    try {
      await writeFile(`${disk}/out.csv`, "old");
      const { page } = await connected(`${disk}/out.csv`);
      expect(await page.ask({ kind: "write", bytes: new Uint8Array(1 << 20) })).toEqual(
        faultReply("“out.csv” cannot be written: the disk is full."),
      );
      expect(await readdir(disk)).toEqual(["out.csv"]);
      expect(await readFile(`${disk}/out.csv`, "utf8")).toBe("old");
      expect(await page.ask({ kind: "commit" })).toEqual(faultReply("“out.csv” is not being written any more."));
      expect(await readFile(`${disk}/out.csv`, "utf8")).toBe("old");
      page.close();
    } finally {
      spawnSync("umount", ["-l", disk]);
    }
  });
});

describe("a destination is refused", () => {
  const refused = async (path: string) => {
    const destinations = new Destinations();
    return destinations.connect(destinations.choose(path).id, channel().port);
  };

  test("where a folder has the name", async () => {
    await mkdir(folder.path("out.csv"));
    await expect(refused(folder.path("out.csv"))).rejects.toEqual(accessError("“out.csv” is a folder, not a file."));
  });

  test("where the folder is missing", async () => {
    await expect(refused(folder.path("no/out.csv"))).rejects.toEqual(accessError("The folder of “out.csv” was not found."));
  });

  test.skipIf(process.platform === "win32")("where the file is write-protected, though its folder is not", async () => {
    await writeFile(folder.path("out.csv"), "old", { mode: 0o444 });
    await withoutPrivilege(folder.path(), () =>
      expect(refused(folder.path("out.csv"))).rejects.toEqual(
        accessError("“out.csv” cannot be written: permission is missing."),
      ),
    );
    expect(await readdir(folder.path())).toEqual(["out.csv"]);
  });

  test.skipIf(process.platform === "win32")("where the folder is write-protected", async () => {
    await mkdir(folder.path("inner"), { mode: 0o555 });
    await withoutPrivilege(folder.path(), () =>
      expect(refused(folder.path("inner/out.csv"))).rejects.toEqual(
        accessError("“out.csv” cannot be written: permission is missing."),
      ),
    );
  });

  test("the second time: each is written once", async () => {
    const destinations = new Destinations();
    const { id } = destinations.choose(folder.path("out.csv"));
    const { port, page } = channel();
    await destinations.connect(id, port);
    const refusal = accessError("This destination is not chosen any more. Choose it again.");
    await expect(destinations.connect(id, channel().port)).rejects.toEqual(refusal);
    page.close();
  });
});
