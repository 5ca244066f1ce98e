import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { CapacityError, InternalError } from "../../src/errors.ts";
import { SCRATCH_BYTES } from "../../src/memory/arena.ts";
import {
  allocate,
  type Block,
  blockOf,
  heldBytes,
  LARGEST_BLOCK,
  limitMemory,
  memoryOf,
  release,
} from "../../src/memory/engine-memory.ts";

const MB = 1e6;
const bytesOf = (block: Block) => new Uint8Array(block.memory.buffer, block.byteOffset, block.byteLength);

afterEach(() => limitMemory(Number.POSITIVE_INFINITY));

test("a block is aligned to 64 bytes, behind the scratch area, in shared memory", () => {
  for (const size of [0, 1, 63, 64, 65, 1000, 5 * MB]) {
    const block = allocate(size);
    expect(block.byteOffset % 64).toBe(0);
    expect(block.byteOffset).toBeGreaterThanOrEqual(SCRATCH_BYTES);
    expect(block.byteLength).toBe(size);
    expect(block.memory.buffer).toBeInstanceOf(SharedArrayBuffer);
    release(block);
  }
});

test("blocks in use never overlap, whatever the order of allocations and releases", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(200_000), fc.nat(50), fc.boolean()), { maxLength: 200 }), (steps) => {
      const live: { block: Block; stamp: number }[] = [];
      steps.forEach(([size, pick, frees], stamp) => {
        const chosen = live[pick % Math.max(1, live.length)];
        if (frees && chosen) {
          expect(bytesOf(chosen.block).every((byte) => byte === chosen.stamp % 256)).toBe(true);
          release(chosen.block);
          live.splice(live.indexOf(chosen), 1);
        } else {
          const block = allocate(size);
          bytesOf(block).fill(stamp % 256);
          live.push({ block, stamp });
        }
      });
      for (const { block, stamp } of live) {
        expect(bytesOf(block).every((byte) => byte === stamp % 256)).toBe(true);
        release(block);
      }
    }),
    { numRuns: 50 },
  );
});

test("released neighbours join: a hundred small blocks make room for one that needs all of them", () => {
  const small = Array.from({ length: 100 }, () => allocate(30_000));
  const held = heldBytes();
  for (const i of [...small.keys()].sort((a, b) => ((a * 37) % 100) - ((b * 37) % 100))) release(small[i] as Block);
  const one = allocate(3 * MB);
  expect(heldBytes()).toBe(held);
  release(one);
});

test("200 arrays of 200 MB, opened and released one after the other, hold less than two arrays' worth", () => {
  for (let i = 0; i < 200; i++) {
    const block = allocate(200 * MB);
    bytesOf(block)[block.byteLength - 1] = 1;
    expect(heldBytes()).toBeLessThan(400 * MB);
    release(block);
  }
});

test("200 arrays of growing size hold less than two of the largest", () => {
  for (let i = 0; i < 200; i++) {
    release(allocate(200 * MB + i * 10_000));
    expect(heldBytes()).toBeLessThan(400 * MB);
  }
});

test("a small array never settles in a large array's memory", () => {
  const large = allocate(50 * MB);
  release(large);
  const small = allocate(1000);
  expect(small.memory).not.toBe(large.memory);
  const again = allocate(50 * MB);
  expect(again.memory).toBe(large.memory);
  release(again);
  release(small);
});

test("a memory takes no more address space than its array needs, to within a quarter", () => {
  const before = heldBytes();
  const block = allocate(900 * MB);
  expect(block.memory.buffer.byteLength).toBeLessThan(1.25 * 900 * MB + SCRATCH_BYTES);
  release(block);
  expect(heldBytes()).toBeLessThan(before + 1.25 * 900 * MB + SCRATCH_BYTES);
});

test("the largest block is 4 GiB less the kernels' scratch area, and can be had", () => {
  const block = allocate(LARGEST_BLOCK);
  const bytes = bytesOf(block);
  bytes[LARGEST_BLOCK - 1] = 7;
  expect(bytes[LARGEST_BLOCK - 1]).toBe(7);
  release(block);
});

test("more than one memory can hold is refused before anything is allocated, with what is needed and what there is", () => {
  const held = heldBytes();
  for (const size of [LARGEST_BLOCK + 1, 2 ** 40, 2 ** 53 - 1]) {
    let thrown: unknown;
    try {
      allocate(size);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(CapacityError);
    expect(thrown).toMatchObject({ tag: "Capacity", needed: size, available: LARGEST_BLOCK });
  }
  expect(heldBytes()).toBe(held);
  expect(() => allocate(5e9)).toThrow("This needs 5.0 GB of memory in one piece, and 4.3 GB can be had.");
});

test("limitMemory refuses what would go beyond the machine's memory", () => {
  const taken = allocate(LARGEST_BLOCK);
  limitMemory(heldBytes() + 100 * MB);
  expect(() => allocate(200 * MB)).toThrow(CapacityError);
  release(allocate(50 * MB));
  release(taken);
});

test("blockOf finds the block that a typed array starts, and nothing for bytes that are not the engine's", () => {
  const block = allocate(800);
  const data = new Float64Array(block.memory.buffer, block.byteOffset, 100);
  expect(blockOf(data)).toBe(block);
  expect(memoryOf(data)).toBe(block.memory);
  expect(blockOf(data.subarray(1))).toBeUndefined();
  expect(blockOf(new Float64Array(100))).toBeUndefined();
  expect(memoryOf(new Float64Array(new SharedArrayBuffer(800)))).toBeUndefined();
  release(block);
  expect(blockOf(data)).toBeUndefined();
});

test("a block cannot be released twice", () => {
  const block = allocate(10);
  release(block);
  expect(() => release(block)).toThrow(InternalError);
});
