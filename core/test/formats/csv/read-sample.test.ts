import { describe, expect, it } from "vitest";
import type { ByteSource } from "../../../src/formats/byte-source.ts";
import { readSample } from "../../../src/formats/csv/read-sample.ts";

const MB = 1 << 20;

/** A file of given bytes that counts how far it is read. */
function fileOf(text: string): { source: ByteSource; furthest: () => number } {
  const bytes = new TextEncoder().encode(text);
  let furthest = 0;
  const read = async (start: number, end: number): Promise<Uint8Array> => {
    furthest = Math.max(furthest, end);
    return bytes.slice(start, end);
  };
  return { source: { name: "a.csv", size: bytes.length, read, close() {} }, furthest: () => furthest };
}

const row = (bytes: number, ending = "\n"): string => "1,".repeat(bytes / 2 - 1) + "2".repeat(2 - ending.length) + ending;

describe("the sample of a file", () => {
  it("is its first 256 KiB, where they hold lines", async () => {
    const { source, furthest } = fileOf(row(1000).repeat(1000));
    const { bytes, rowBytes } = await readSample(source);
    expect([bytes.length, rowBytes, furthest()]).toEqual([1 << 18, 1000, 1 << 18]);
  });

  it("is all of a small one", async () => {
    expect((await readSample(fileOf("a,b\n1,2\n").source)).bytes.length).toBe(8);
    expect(await readSample(fileOf("a,b").source)).toMatchObject({ rowBytes: Number.POSITIVE_INFINITY });
  });

  it("is a megabyte of whole lines, where they are long", async () => {
    const { source, furthest } = fileOf(row(300_000).repeat(20));
    const { bytes, rowBytes } = await readSample(source);
    expect([bytes.length, rowBytes]).toEqual([900_000, 300_000]);
    expect(furthest()).toBeLessThanOrEqual(1.5 * MB);
  });

  it("is the first two lines, where they are longer than that, and no more is read than they need", async () => {
    const { source, furthest } = fileOf(row(1_500_000).repeat(10));
    const { bytes, rowBytes } = await readSample(source);
    expect([bytes.length, rowBytes]).toEqual([3_000_000, 1_500_000]);
    expect(furthest()).toBeLessThan(3.5 * MB);
  });

  it("goes on to 64 MiB where no line ends", async () => {
    const { source } = fileOf("1".repeat(65 * MB));
    const { bytes, rowBytes } = await readSample(source);
    expect([bytes.length, rowBytes]).toEqual([64 * MB, Number.POSITIVE_INFINITY]);
  });

  it("knows lines that end with a carriage return alone", async () => {
    const { source, furthest } = fileOf(row(1000, "\r").repeat(1000));
    expect((await readSample(source)).bytes.length).toBe(1 << 18);
    expect(furthest()).toBe(1 << 18);
  });

  it("is filled at once from a file that this thread can read itself", async () => {
    const { source } = fileOf("");
    const content = new TextEncoder().encode(row(1_500_000).repeat(4));
    const shared = {
      handle: 7,
      fill: (target: Uint8Array, start: number) => target.set(content.subarray(start, start + target.length)),
    };
    const { bytes } = await readSample({ ...source, size: content.length, shared });
    expect(Buffer.compare(bytes, content.subarray(0, 3_000_000))).toBe(0);
  });

  it("ends within the second line, where both are long and its first cells do for all of them", async () => {
    const { source, furthest } = fileOf(row(500_000) + row(1_500_000).repeat(5));
    const { bytes, isCut } = await readSample(source, true);
    expect(isCut).toBe(true);
    expect(bytes.length).toBe(furthest());
    expect(furthest()).toBeGreaterThan(500_000 + (1 << 16));
    expect(furthest()).toBeLessThan(1.1 * MB);
  });

  it.each([
    ["the first line is as short as usual", row(1000) + row(1_500_000).repeat(5)],
    ["the file ends there", `${row(300_000)}1${",2".repeat(200_000)}`],
    ["lines end with a carriage return alone", `${row(300_000)}${row(100_000, "\r").repeat(20)}`],
    ["there is no second line", row(2_000_000)],
  ])("does not end within a line, where %s", async (_, text) => {
    expect(await readSample(fileOf(text).source, true)).toEqual(await readSample(fileOf(text).source));
  });
});
