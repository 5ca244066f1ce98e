import { Blob } from "node:buffer";
import type { FileLike } from "@argscope/core/contract/worker.ts";
import { piecesOf } from "@argscope/core/formats/byte-source.ts";
import { fileSource } from "@argscope/core/service/file-source.ts";
import { describe, expect, test } from "vitest";

const size = 5_000_000;
const bytes = Uint8Array.from({ length: size }, (_, k) => (k * 7) % 251);
const block = 400_000;
const starts = Array.from({ length: Math.ceil(size / block) }, (_, k) => k * block);
const endOf = (start: number): number => Math.min(size, start + block);

/** A file that counts how it was asked: by parts, and by streams. */
function file(content = bytes, promised = content.length) {
  const asked = { parts: 0, streams: 0, cancelled: 0 };
  const blob = new Blob([content]);
  const like: FileLike = {
    size: promised,
    slice(start, end) {
      const part = blob.slice(start, end);
      return {
        arrayBuffer() {
          asked.parts++;
          return part.arrayBuffer();
        },
        stream: () => ({
          getReader() {
            asked.streams++;
            const reader = part.stream().getReader({ mode: "byob" });
            return {
              read: (view) => reader.read(view as Uint8Array<ArrayBuffer>),
              cancel() {
                asked.cancelled++;
                return reader.cancel();
              },
            };
          },
        }),
      };
    },
  };
  return { like, asked };
}

describe("a file that the page holds", () => {
  test("comes out of one stream where it is read from its start to its end", async () => {
    const { like, asked } = file();
    const source = fileSource("a", like);
    for (const start of starts) expect(await source.read(start, endOf(start))).toEqual(bytes.slice(start, endOf(start)));
    expect(asked).toMatchObject({ parts: 1, streams: 1 });
  });

  test("may be asked for many blocks before the first is there, whole or in pieces", async () => {
    const source = fileSource("a", file().like);
    const got = new Uint8Array(size);
    await Promise.all(
      starts.map((start, k) =>
        k % 2 === 0
          ? source.read(start, endOf(start)).then((read) => got.set(read, start))
          : piecesOf(source, start, endOf(start), (piece, at) => got.set(piece, at)),
      ),
    );
    expect(Buffer.compare(got, bytes)).toBe(0);
  });

  test("gives small parts beside the stream, which goes on behind them", async () => {
    const { like, asked } = file();
    const source = fileSource("a", like);
    for (const start of starts) {
      await source.read(start, endOf(start));
      expect(await source.read(17, 40)).toEqual(bytes.slice(17, 40));
    }
    expect(asked).toMatchObject({ parts: 1 + starts.length, streams: 1 });
  });

  test("is read anew from any place, by one stream at a time", async () => {
    const { like, asked } = file();
    const source = fileSource("a", like);
    for (const from of [1_000_000, 0]) {
      for (const start of [from, from + block, from + 2 * block]) {
        expect(await source.read(start, start + block)).toEqual(bytes.slice(start, start + block));
      }
    }
    expect(asked).toMatchObject({ streams: 2, cancelled: 1 });
    source.close();
    expect(asked.cancelled).toBe(2);
  });

  test("that became shorter is refused with the place, by every read that waits for it", async () => {
    const source = fileSource("rain.csv", file(bytes.subarray(0, 700_000), size).like);
    await source.read(0, block);
    const late = await Promise.allSettled([source.read(block, 2 * block), source.read(2 * block, 3 * block)]);
    expect(late.map((each) => each.status === "rejected" && each.reason)).toEqual(
      Array(2).fill(
        expect.objectContaining({
          tag: "Access",
          message: "rain.csv ended at byte 700000, earlier than when it was opened: it changed meanwhile. Open it again.",
        }),
      ),
    );
  });

  test("that cannot be read is refused in a sentence", async () => {
    const broken = {
      size,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error("NotReadableError")), stream: () => never }),
    };
    const source = fileSource("rain.csv", broken);
    const refusal = expect.objectContaining({ tag: "Access", message: expect.stringContaining("rain.csv cannot be read") });
    await expect(source.read(0, 10)).rejects.toEqual(refusal);
    await expect(source.read(0, block)).rejects.toEqual(refusal);
    await expect(source.read(block, 2 * block)).rejects.toEqual(refusal);
  });
});

const never = {
  getReader: () => ({ read: () => Promise.reject(new Error("NotReadableError")), cancel: () => Promise.resolve() }),
};
