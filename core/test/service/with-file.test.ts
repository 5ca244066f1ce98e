import { Blob } from "node:buffer";
import type { FileLike } from "@argscope/core/contract/worker.ts";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { withFile } from "@argscope/core/service/with-file.ts";
import { describe, expect, test } from "vitest";

const size = 1_000_000;
const block = 100_000;
const bytes = Uint8Array.from({ length: size }, (_, k) => (k * 7) % 251);

/** A file behind a port that counts its reads. */
function port() {
  const asked: [number, number][] = [];
  let closed = 0;
  const source: ByteSource = {
    name: "a",
    size,
    async read(start, end) {
      asked.push([start, end]);
      return bytes.slice(start, end);
    },
    close() {
      closed++;
    },
  };
  return { source, asked, closed: () => closed };
}

/** The page's own file, which is moved away when so many parts of it were read. */
function lasting(parts: number): FileLike {
  let left = parts;
  const here = (): void => {
    if (left-- <= 0) throw new Error("NotFoundError");
  };
  const blob = new Blob([bytes]);
  return {
    size,
    slice: (start, end) => ({
      arrayBuffer: async () => {
        here();
        return blob.slice(start, end).arrayBuffer();
      },
      stream: () => ({
        getReader() {
          const reader = blob.slice(start, end).stream().getReader({ mode: "byob" });
          return {
            read: async (view) => {
              here();
              return reader.read(view as Uint8Array<ArrayBuffer>);
            },
            cancel: () => reader.cancel(),
          };
        },
      }),
    }),
  };
}

async function whole(source: ByteSource): Promise<Uint8Array> {
  const got = new Uint8Array(size);
  for (let at = 0; at < size; at += block) {
    if (at % (2 * block) === 0) got.set(await source.read(at, at + block), at);
    else await source.pieces?.(at, at + block, (piece, start) => got.set(piece, start));
  }
  return got;
}

describe("a file that main and the page hold", () => {
  test("is read by the page, and only small parts through the port", async () => {
    const { source, asked } = port();
    const both = withFile(source, lasting(Infinity));
    expect(Buffer.compare(await whole(both), bytes)).toBe(0);
    expect(await both.read(5, 9)).toEqual(bytes.slice(5, 9));
    expect(asked).toEqual([[5, 9]]);
  });

  test.for([0, 1, 2, 5])("is read on through the port when it is gone after %i parts", async (parts) => {
    const { source, asked } = port();
    expect(Buffer.compare(await whole(withFile(source, lasting(parts))), bytes)).toBe(0);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.at(-1)).toEqual([size - block, size]);
  });

  test("is read through the port alone where the page's has another size, or there is none", () => {
    const { source } = port();
    expect(withFile(source, { ...lasting(Infinity), size: size + 1 })).toBe(source);
    expect(withFile(source, undefined)).toBe(source);
  });

  test("is not asked for through a port that was closed", async () => {
    const { source, asked, closed } = port();
    const both = withFile(source, lasting(1));
    await both.read(0, block);
    const late = both.read(block, 2 * block);
    both.close();
    await expect(late).rejects.toMatchObject({ tag: "Access" });
    expect(asked).toEqual([]);
    expect(closed()).toBe(1);
  });
});
