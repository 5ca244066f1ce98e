import { gzipSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { openData } from "../../../src/formats/open/open-data.ts";
import type { OpenOptions } from "../../../src/formats/open/options.ts";
import { deflated } from "../zip/zip-of.ts";
import { fixture } from "./fixture.ts";
import { fileOf } from "./source.ts";

const held = vi.hoisted(() => ({ blocks: 0 }));

vi.mock("../../../src/memory/engine-memory.ts", async (original) => {
  const memory = await original<typeof import("../../../src/memory/engine-memory.ts")>();
  return {
    ...memory,
    allocate(bytes: number) {
      const block = memory.allocate(bytes);
      held.blocks++;
      return block;
    },
    release(block: Parameters<typeof memory.release>[0]) {
      memory.release(block);
      held.blocks--;
    },
  };
});

const csv = `a,b\n${"1.5,x\n".repeat(1000)}`;

const files: readonly (readonly [what: string, content: string | Uint8Array, options?: OpenOptions])[] = [
  ["a CSV", csv],
  ["a gzipped CSV", gzipSync(csv)],
  ["a CSV in an archive", deflated({ "a.csv": csv })],
  ["an array of integers", "[[1, 2], [3, 4]]"],
  ["an array of floats", "[1.5, 2]"],
  ["a gzipped array", gzipSync("[1.5, 2]")],
  ["records", '[{"a": 1, "b": "x"}]'],
  ["a literal", "[1, nan]"],
  ["a choice of members", '{"x": [1], "y": [1, 2]}'],
  ["a member", '{"x": [1], "y": [1, 2]}', { array: "x" }],
  ["broken JSON", "[1, 2, [3"],
  ["a broken gzip file", gzipSync(csv).subarray(0, 40)],
  ["an image", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ["an .npy file", fixture("float64.npy")],
  ["an .npz file", fixture("three.npz"), { array: "ints" }],
  ["a workbook", fixture("typed.xlsx"), { sheet: "Data" }],
  ["a workbook's sheets", fixture("typed.xlsx")],
  ["a Parquet file", fixture("types.parquet")],
  ["half of a Parquet file", fixture("types.parquet").subarray(0, 400)],
];
const cases = files.map(([what, content, options = {}]) => ({ what, content, options }));

describe("memory", () => {
  it.each(cases)("is given back: $what", async ({ content, options }) => {
    const before = held.blocks;
    try {
      const data = await openData(fileOf(content), options);
      if (data.kind !== "choice") data.release();
    } catch (error) {
      expect(error).toHaveProperty("tag");
    }
    expect(held.blocks).toBe(before);
  });

  it.each(cases)("is given back when it is cancelled: $what", async ({ content, options }) => {
    const control = new Int32Array(new SharedArrayBuffer(8));
    control[1] = 1;
    const before = held.blocks;
    await openData(fileOf(content), { ...options, control }).then(
      (data) => data.kind !== "choice" && data.release(),
      (error: unknown) => expect(error).toHaveProperty("tag"),
    );
    expect(held.blocks).toBe(before);
  });
});
