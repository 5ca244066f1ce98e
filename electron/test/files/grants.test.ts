import { execFileSync } from "node:child_process";
import { mkdir, rename, rm, truncate, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { Grants } from "../../main/files/grants.ts";
import { MAX_READ } from "../../main/files/reading.ts";
import { channel } from "./channel.ts";
import { temporaryFolder, withoutPrivilege } from "./folder.ts";

const folder = temporaryFolder();
const accessError = (message: string) => expect.objectContaining({ tag: "Access", name: "AccessError", message });

async function granted(name: string, content: string | Uint8Array) {
  await writeFile(folder.path(name), content);
  const grants = new Grants();
  return { grants, grant: await grants.grant(folder.path(name)) };
}

describe("a grant", () => {
  test("tells the page the name and the size, never the path", async () => {
    const { grant } = await granted("a table.csv", "x\n1\n");
    expect(grant).toEqual({ id: expect.any(String), name: "a table.csv", size: 4 });
    expect(JSON.stringify(grant)).not.toContain(folder.path());
  });

  test("of a folder is refused with its name", async () => {
    await mkdir(folder.path("things"));
    await expect(new Grants().grant(folder.path("things"))).rejects.toEqual(accessError("“things” is a folder, not a file."));
  });

  test("of what is not there is refused", async () => {
    await expect(new Grants().grant(folder.path("gone.csv"))).rejects.toEqual(accessError("“gone.csv” was not found."));
  });

  test("of what lies below a file is refused", async () => {
    await writeFile(folder.path("file"), "");
    await expect(new Grants().grant(folder.path("file/a.csv"))).rejects.toEqual(
      accessError("“a.csv” was not found: a part of its path is not a folder."),
    );
  });

  test.skipIf(process.platform === "win32")("of a pipe is refused at once instead of waiting for a writer", async () => {
    execFileSync("mkfifo", [folder.path("pipe")]);
    await expect(new Grants().grant(folder.path("pipe"))).rejects.toEqual(accessError("“pipe” is not a regular file."));
  });

  test.skipIf(process.platform === "win32")("without permission is refused", async () => {
    await writeFile(folder.path("secret.csv"), "x", { mode: 0o000 });
    await withoutPrivilege(folder.path(), () =>
      expect(new Grants().grant(folder.path("secret.csv"))).rejects.toEqual(
        accessError("“secret.csv” cannot be read: permission is missing."),
      ),
    );
  });
});

describe("lending a granted file to the page", () => {
  test("gives the path to who hands it over", async () => {
    const { grants, grant } = await granted("a.csv", "x");
    const given: string[] = [];
    await grants.lend(grant.id, async (path) => void given.push(path));
    expect(given).toEqual([folder.path("a.csv")]);
  });

  test("gives nothing for an id that is not granted", async () => {
    const given: string[] = [];
    await expect(new Grants().lend("other", async (path) => void given.push(path))).rejects.toEqual(
      accessError("This file is not granted any more. Open it again."),
    );
    expect(given).toEqual([]);
  });

  test("is refused where another file was given than the one that was chosen", async () => {
    const { grants, grant } = await granted("a.csv", "x");
    const replace = async (path: string): Promise<void> => {
      await writeFile(folder.path("other"), "y");
      await rename(folder.path("other"), path);
    };
    await expect(grants.lend(grant.id, replace)).rejects.toEqual(
      accessError("“a.csv” was replaced by another file after it was chosen. Open it again."),
    );
  });
});

describe("connecting a grant", () => {
  test("serves exactly the bytes asked for", async () => {
    const { grants, grant } = await granted("a.csv", "0123456789");
    const { port, page } = channel();
    await grants.connect(grant.id, port);
    expect(await page.ask({ kind: "read", start: 3, end: 7 })).toEqual({
      kind: "bytes",
      start: 3,
      bytes: Uint8Array.from([51, 52, 53, 54]),
    });
    expect(await page.ask({ kind: "read", start: 10, end: 10 })).toEqual({ kind: "bytes", start: 10, bytes: new Uint8Array() });
    page.close();
  });

  test("sends a block as an array of its own, not as a view of something larger", async () => {
    const { grants, grant } = await granted("a.csv", "0123456789");
    const { port, page } = channel();
    await grants.connect(grant.id, port);
    const reply = await page.ask({ kind: "read", start: 0, end: 4 });
    expect(reply).toHaveProperty("bytes.buffer.byteLength", 4);
    page.close();
  });

  test("keeps four requests in flight and refuses a fifth", async () => {
    const content = new Uint8Array(MAX_READ).map((_, i) => i % 251);
    const { grants, grant } = await granted("a.bin", content);
    const { port, page } = channel();
    await grants.connect(grant.id, port);
    for (let i = 0; i < 5; i++) page.send({ kind: "read", start: i, end: MAX_READ });
    const replies = await page.replies(5);
    const bytes = replies.filter((reply) => (reply as { kind: string }).kind === "bytes");
    expect(bytes.map((reply) => (reply as { start: number }).start).sort()).toEqual([0, 1, 2, 3]);
    expect(replies).toContainEqual(expect.objectContaining({ kind: "fault", start: 4 }));
    expect(await page.ask({ kind: "read", start: 7, end: 9 })).toEqual({ kind: "bytes", start: 7, bytes: content.slice(7, 9) });
    page.close();
  });

  test.each([
    ["longer than 4 MiB", { kind: "read", start: 0, end: MAX_READ + 1 }, 0],
    ["past the end of the file", { kind: "read", start: 8, end: MAX_READ + 3 }, 8],
    ["backwards", { kind: "read", start: 5, end: 4 }, 5],
    ["from before the start", { kind: "read", start: -1, end: 4 }, -1],
    ["of half bytes", { kind: "read", start: 0.5, end: 4 }, 0.5],
    ["of no known kind", { kind: "delete" }, -1],
    ["that is no object", "read", -1],
  ])("refuses a request %s", async (_what, request, start) => {
    const { grants, grant } = await granted("a.bin", new Uint8Array(MAX_READ + 2));
    const { port, page } = channel();
    await grants.connect(grant.id, port);
    expect(await page.ask(request)).toEqual({ kind: "fault", start, fault: expect.objectContaining({ tag: "Internal" }) });
    page.close();
  });

  test("refuses an id that was never granted, has its port, or ended with it", async () => {
    const { grants, grant } = await granted("a.csv", "x");
    const refusal = accessError("This file is not granted any more. Open it again.");
    await expect(grants.connect("a.csv", channel().port)).rejects.toEqual(refusal);
    const { port, page } = channel();
    await grants.connect(grant.id, port);
    await expect(grants.connect(grant.id, channel().port)).rejects.toEqual(refusal);
    page.send({ kind: "close" });
    await page.closed;
    await expect(grants.connect(grant.id, channel().port)).rejects.toEqual(refusal);
  });

  test("refuses a file that vanished after it was chosen", async () => {
    const { grants, grant } = await granted("a.csv", "x");
    await rm(folder.path("a.csv"));
    await expect(grants.connect(grant.id, channel().port)).rejects.toEqual(accessError("“a.csv” was not found."));
  });

  test("refuses another file under the same name", async () => {
    const { grants, grant } = await granted("a.csv", "x");
    await writeFile(folder.path("b.csv"), "y");
    await rename(folder.path("b.csv"), folder.path("a.csv"));
    await expect(grants.connect(grant.id, channel().port)).rejects.toEqual(
      accessError("“a.csv” was replaced by another file after it was chosen. Open it again."),
    );
  });

  test("refuses a file whose size changed after it was chosen", async () => {
    const { grants, grant } = await granted("a.csv", "12345");
    await truncate(folder.path("a.csv"), 2);
    await expect(grants.connect(grant.id, channel().port)).rejects.toEqual(
      accessError("“a.csv” changed after it was chosen: it had 5 bytes and now has 2. Open it again."),
    );
  });
});

describe("while a file is read", () => {
  test("one that shrinks is a fault that names it", async () => {
    const { grants, grant } = await granted("a.csv", "0123456789");
    const { port, page } = channel();
    await grants.connect(grant.id, port);
    await truncate(folder.path("a.csv"), 5);
    expect(await page.ask({ kind: "read", start: 0, end: 5 })).toHaveProperty("kind", "bytes");
    expect(await page.ask({ kind: "read", start: 3, end: 10 })).toEqual({
      kind: "fault",
      start: 3,
      fault: accessError("“a.csv” ended at byte 5, earlier than when it was opened: it changed meanwhile. Open it again."),
    });
    page.close();
  });

  test("the end of the page closes its ports", async () => {
    const { grants, grant } = await granted("a.csv", "x");
    const { port, page } = channel();
    await grants.connect(grant.id, port);
    await grants.endAll();
    await page.closed;
  });

  test("the end of the page closes a port that is just being connected", async () => {
    const { grants, grant } = await granted("a.csv", "x");
    const { port, page } = channel();
    const connecting = grants.connect(grant.id, port);
    await grants.endAll();
    await connecting;
    await page.closed;
  });

  test.skipIf(process.platform !== "linux")("no open file is left behind when its page's end closes", async () => {
    const { readdirSync, readlinkSync } = await import("node:fs");
    const held = () =>
      readdirSync("/proc/self/fd").filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`) === folder.path("a.csv");
        } catch {
          return false;
        }
      }).length;
    const { grants, grant } = await granted("a.csv", "xyz");
    const { port, page } = channel();
    await grants.connect(grant.id, port);
    expect(held()).toBe(1);
    page.close();
    await expect.poll(held).toBe(0);
  });
});
