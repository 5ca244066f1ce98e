import { deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Gunzip } from "../../../src/formats/gzip/gunzip.ts";
import { openData } from "../../../src/formats/open/open-data.ts";
import { asArray, asTable, columnsOf, fileOf } from "../open/source.ts";

async function unpacked(bytes: Uint8Array): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const block of new Gunzip(fileOf(bytes, "data.gz")).blocks()) parts.push(block);
  return Buffer.concat(parts).toString();
}

/** A member with every field that a header may have. */
function fullMember(text: string): Buffer {
  const plain = gzipSync(text);
  const extra = Buffer.from([6, 0, 0x41, 0x70, 2, 0, 1, 2]);
  const header = Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 1, 2, 3, 4, 0, 3]);
  const names = Buffer.from("name.csv\0a comment\0", "latin1");
  return Buffer.concat([header, extra, names, Buffer.from([9, 9]), deflateRawSync(text), plain.subarray(-8)]);
}

const random = (length: number) => {
  let state = 1;
  const bytes = Buffer.alloc(length);
  for (let k = 0; k < length; k++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[k] = state >>> 24;
  }
  return bytes.toString("latin1").replaceAll("\0", "x");
};

describe("gunzip", () => {
  it("gives what was packed", async () => {
    for (const text of ["", "a,b\n1,2\n", random(3_000_000)]) expect(await unpacked(gzipSync(text))).toBe(text);
  });

  it("passes over every field of the header", async () => {
    expect(await unpacked(fullMember("a,b\n1,2\n"))).toBe("a,b\n1,2\n");
  });

  it("joins the members of a file that has several, wherever the blocks of the file end", async () => {
    const long = random(1_048_576);
    const members = ["first\n", "", long, random(300), "last\n"];
    expect(await unpacked(Buffer.concat(members.map((text) => gzipSync(text))))).toBe(members.join(""));
    for (let pad = 0; pad < 24; pad++) {
      // The second member starts within a few bytes of the first block's end, before and behind it.
      const first = gzipSync(long, { level: 0 });
      const start = 2 * 1_048_576 - 12 + pad;
      const filler = gzipSync(long.slice(0, start - first.length - 23 - 5 * 17), { level: 0 });
      const both = Buffer.concat([first, filler, gzipSync("tail\n")]);
      expect((await unpacked(both)).endsWith("tail\n")).toBe(true);
    }
  });

  it("passes over zeros behind the last member, as tapes and archives leave them", async () => {
    const texts = [
      "",
      "x",
      "a,b\n1,2\n".repeat(20),
      "a,b\n1,2\n".repeat(9000),
      random(300),
      random(70_000),
      random(17_000_000),
    ];
    for (const text of texts) {
      const packed = Buffer.concat([gzipSync("first\n"), gzipSync(text, { level: 1 })]);
      for (const zeros of text.length > 60_000 ? [4, 512] : [1, 2, 3, 8, 9, 512, 20_000]) {
        expect((await unpacked(Buffer.concat([packed, Buffer.alloc(zeros)]))) === `first\n${text}`).toBe(true);
      }
    }
    const stored = gzipSync("1\n\0\0\0", { level: 0 });
    expect(await unpacked(Buffer.concat([stored, Buffer.alloc(1000)]))).toBe("1\n\0\0\0");
  });

  it("refuses another checksum, a missing end, and what follows", async () => {
    const good = gzipSync("a,b\n1,2\n".repeat(100));
    const wrongSum = Buffer.from(good);
    wrongSum[good.length - 6] = (wrongSum[good.length - 6] ?? 0) ^ 1;
    await expect(unpacked(wrongSum)).rejects.toMatchObject({ tag: "Format", message: expect.stringContaining("checksum") });
    for (const length of [3, 12, 20, good.length - 1]) {
      await expect(unpacked(good.subarray(0, length))).rejects.toMatchObject({
        tag: "Format",
        place: { byte: expect.any(Number) },
      });
    }
    await expect(unpacked(Buffer.concat([good, Buffer.from("more")]))).rejects.toMatchObject({ tag: "Format" });
  });
});

describe("a gzip file", () => {
  it("is opened as what it holds", async () => {
    const csv = asTable(await openData(fileOf(gzipSync("city,t\nOslo,1.5\nRome,2\n"), "t.csv.gz")));
    expect(columnsOf(csv)).toEqual({ city: ["Oslo", "Rome"], t: [1.5, 2] });
    expect(csv.format).toBe("csv");
    csv.release();
    const json = asArray(await openData(fileOf(gzipSync("[[1, 2], [3, 4]]"), "a.json.gz")));
    expect(json.array.toNested()).toEqual([
      [1n, 2n],
      [3n, 4n],
    ]);
    json.release();
  });

  it("keeps its text for the rows that are shown", async () => {
    const data = asTable(await openData(fileOf(gzipSync("a,b\n1.50,x\n2,y\n"), "t.csv.gz")));
    const [start = 0] = data.table.rowOffsets;
    const text = await data.text?.read(start, data.text.size);
    expect(Buffer.from(text ?? []).toString()).toBe("1.50,x\n2,y\n");
    data.release();
  });

  it("in a gzip file in a gzip file is opened, and no deeper", async () => {
    const twice = gzipSync(gzipSync(gzipSync("a\n1\n")));
    const data = asTable(await openData(fileOf(twice, "deep.gz")));
    data.release();
    await expect(openData(fileOf(gzipSync(twice), "deeper.gz"))).rejects.toMatchObject({
      tag: "Format",
      message: expect.stringContaining("deeper.gz"),
    });
  });

  it("that unpacks to more than 250 times its size is refused before it fills the memory", async () => {
    const bomb = gzipSync(Buffer.alloc(300 << 20, 0x31));
    await expect(openData(fileOf(bomb, "bomb.gz"))).rejects.toMatchObject({
      tag: "Capacity",
      message: "bomb.gz unpacks to more than 250 times its size. Unpack it with another program if that is right.",
    });
  });

  it("that holds no data is refused with its name", async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    await expect(openData(fileOf(gzipSync(png), "picture.gz"))).rejects.toMatchObject({
      tag: "Format",
      message: "picture.gz is not a table: it looks like a PNG image. Choose a file with rows of data.",
    });
  });
});
