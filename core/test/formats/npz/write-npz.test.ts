import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { free } from "../../../src/array/empty.ts";
import { NdArray } from "../../../src/array/ndarray.ts";
import { ValueError } from "../../../src/errors.ts";
import { parseNpy } from "../../../src/formats/npy/parse-npy.ts";
import { writeNpy } from "../../../src/formats/npy/write-npy.ts";
import { crc32 } from "../../../src/formats/npz/crc32.ts";
import { parseNpz } from "../../../src/formats/npz/parse-npz.ts";
import { writeNpz, writeNpzBlocks } from "../../../src/formats/npz/write-npz.ts";
import { readZipDirectory } from "../../../src/formats/npz/zip-directory.ts";
import { endRecords, zipBlocks } from "../../../src/formats/npz/zip-write.ts";
import { arrays } from "../npy/arbitrary.ts";
import { live, seed, withNumpy } from "../npy/live.ts";
import { NotedSource } from "../npy/source.ts";

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const archives = fc
  .array(fc.tuple(fc.string({ unit: "grapheme", maxLength: 8 }), arrays), { maxLength: 5 })
  .map((entries) => new Map(entries));
const small = new NdArray("int8", [2], [1], 0, new Int8Array([1, 2]));

describe("writeNpz", () => {
  test("what it writes reads back as the same arrays", async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (map) => {
        const back = await parseNpz(await writeNpz(map));
        expect([...back.keys()]).toEqual([...map.keys()]);
        for (const [name, a] of back) {
          expect(text(writeNpy(a))).toBe(text(writeNpy(map.get(name) as NdArray)));
          free(a);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("the blocks are the whole file", async () => {
    const map = new Map([["a", small]]);
    expect(Buffer.concat([...writeNpzBlocks(map)]).equals(await writeNpz(map))).toBe(true);
  });

  test("equal arrays give equal bytes, whatever the day", async () => {
    const bytes = await writeNpz(new Map([["a", small]]));
    expect(crc32(bytes)).toBe(crc32(await writeNpz(new Map([["a", small]]))));
    expect([...bytes.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });

  test("a name that is too long is refused", async () => {
    await expect(writeNpz(new Map([["x".repeat(65_532), small]]))).rejects.toThrow(ValueError);
  });
});

describe("beside NumPy itself", () => {
  withNumpy("np.load finds our arrays under our names, and their checksums right", () => {
    // NumPy ends a name at a NUL, as C does.
    const usual = archives.filter((map) => [...map.keys()].every((name) => !name.includes("\0")));
    const maps = fc.sample(usual, { seed: seed(), numRuns: 200 });
    const found = live(
      ["unzip"],
      maps.map((map) => Buffer.concat([...writeNpzBlocks(map)])),
    )[Symbol.iterator]();
    const next = () => found.next().value as Buffer;
    for (const map of maps) {
      expect(next().toString()).toBe(String(map.size));
      for (const [name, a] of map) {
        expect(next().toString()).toBe(name);
        expect(text(next())).toBe(text(writeNpy(a)));
      }
    }
  });

  withNumpy("we read what np.savez and np.savez_compressed write", async () => {
    const files = live(["zip", String(seed()), "200"])[Symbol.iterator]();
    const next = () => files.next().value as Buffer;
    for (let k = 0; k < 200; k++) {
      const members = Array.from({ length: Number(next().toString()) }, next);
      const back = await parseNpz(next());
      expect([...back.values()].map((a) => text(writeNpy(a)))).toEqual(
        members.map((member) => text(writeNpy(parseNpy(member)))),
      );
      for (const a of back.values()) free(a);
    }
  });
});

describe("Zip64", () => {
  /** Gives the file's bytes where it has some, and zeros where it claims to have gigabytes. */
  function sparse(size: number, blocks: readonly (readonly [start: number, bytes: Uint8Array])[]) {
    return {
      size,
      read: async (start: number, end: number) => {
        const out = new Uint8Array(end - start);
        for (const [at, bytes] of blocks) {
          const from = Math.max(start, at);
          const to = Math.min(end, at + bytes.length);
          if (from < to) out.set(bytes.subarray(from - at, to - at), from - start);
        }
        return out;
      },
    };
  }

  test("files of 4 GiB and more, and what lies behind them, are written and found again", async () => {
    const gigabytes = 5 * 2 ** 30;
    const claims = [
      { name: "large.npy", size: gigabytes, crc: 1, blocks: () => [] },
      { name: "behind.npy", size: 3, crc: 2, blocks: () => [Uint8Array.from([1, 2, 3])] },
    ];
    const written = [...zipBlocks(claims)];
    const [first, second] = written as [Uint8Array, Uint8Array];
    const gap = first.length + gigabytes;
    const places: [number, Uint8Array][] = [[0, first]];
    let at = gap;
    for (const block of written.slice(1)) {
      places.push([at, block]);
      at += block.length;
    }
    const entries = await readZipDirectory(sparse(at, places));
    expect(entries).toMatchObject([
      { name: "large.npy", size: gigabytes, compressedSize: gigabytes, start: 0, limit: gap },
      { name: "behind.npy", size: 3, start: gap },
    ]);
    expect(second.length).toBe(30 + "behind.npy".length);
  });

  test("more files than 16 bits count", async () => {
    const names = Array.from({ length: 65_535 }, (_, k) => ({ name: `${k}`, size: 0, crc: 0, blocks: () => [] }));
    const bytes = Buffer.concat([...zipBlocks(names)]);
    expect(await readZipDirectory(new NotedSource(bytes))).toHaveLength(65_535);
  });

  test("is left out where it is not needed", () => {
    expect(endRecords(65_534, 0xffff_fffe, 0xffff_fffe)).toHaveLength(22);
    expect(endRecords(65_535, 0, 0)).toHaveLength(98);
    expect(endRecords(0, 0xffff_ffff, 0)).toHaveLength(98);
    expect(endRecords(0, 0, 0xffff_ffff)).toHaveLength(98);
  });
});

test("crc32 is ZIP's, in one piece and in several", () => {
  const bytes = Buffer.from("123456789");
  expect(crc32(bytes)).toBe(0xcbf43926);
  expect(crc32(bytes.subarray(3), crc32(bytes.subarray(0, 3)))).toBe(0xcbf43926);
  const long = Uint8Array.from({ length: 1001 }, (_, k) => k * 7);
  for (const cut of [0, 1, 7, 8, 9, 500, 1001])
    expect(crc32(long.subarray(cut), crc32(long.subarray(0, cut)))).toBe(crc32(long));
  expect(crc32(new Uint8Array(0))).toBe(0);
});
