import { describe, expect, test } from "vitest";
import { free } from "../../../src/array/empty.ts";
import { CancelledError, FormatError } from "../../../src/errors.ts";
import { readNpy } from "../../../src/formats/npy/read-npy.ts";
import { heldBytes } from "../../../src/memory/engine-memory.ts";
import { caseNamed, elementsOf, fileOf, npyCases } from "./fixture.ts";
import { pieces } from "./source.ts";

describe("readNpy reads a stream as parseNpy reads its bytes", () => {
  test.each([1, 3, 64, 1 << 20])("in pieces of %d bytes", async (length) => {
    for (const one of npyCases) {
      const bytes = fileOf(one);
      const a = await readNpy(pieces(bytes, length), { size: bytes.length });
      expect(a.dtype).toBe(one.dtype);
      expect(a.shape).toEqual(one.shape);
      expect(elementsOf(a)).toEqual(one.elements);
      free(a);
    }
  });
});

/** An int8 file of that many elements, whatever the stream then brings. */
function header(elements: number): Uint8Array<ArrayBuffer> {
  const text = `{'descr': '|i1', 'fortran_order': False, 'shape': (${elements},)}`;
  return Uint8Array.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, text.length, 0, ...Buffer.from(text)]);
}

describe("readNpy", () => {
  test("leaves the stream where the last element is", async () => {
    let left = false;
    async function* stream() {
      try {
        yield header(2);
        yield new Uint8Array(5);
        yield* pieces(new Uint8Array(1000), 10);
      } finally {
        left = true;
      }
    }
    const a = await readNpy(stream());
    expect(a.shape).toEqual([2]);
    expect(left).toBe(true);
  });

  test("says how far it is", async () => {
    const control = new Int32Array(new SharedArrayBuffer(8));
    const seen: number[] = [];
    async function* stream() {
      yield header(1000);
      for (let k = 0; k < 4; k++) {
        seen.push(Atomics.load(control, 0));
        yield new Uint8Array(250);
      }
    }
    await readNpy(stream(), { control });
    expect(seen).toEqual([0, 250, 500, 750]);
    expect(Atomics.load(control, 0)).toBe(1000);
  });

  test("stops when it is cancelled, and holds nothing then", async () => {
    const control = new Int32Array(new SharedArrayBuffer(8));
    async function* stream() {
      yield header(100_000_000);
      yield new Uint8Array(1000);
      Atomics.store(control, 1, 1);
      yield new Uint8Array(1000);
      throw new Error("read on after cancel");
    }
    await expect(readNpy(stream(), { control })).rejects.toThrow(CancelledError);
    // The memory of the first is taken again for the second: two would hold twice as much.
    const held = heldBytes();
    Atomics.store(control, 1, 0);
    await expect(readNpy(stream(), { control })).rejects.toThrow(CancelledError);
    expect(heldBytes()).toBe(held);
  });

  test.each(npyCases.slice(0, 4))("a stream of $name that ends anywhere early is refused at its end", async (one) => {
    const bytes = fileOf(one);
    for (let end = 0; end < bytes.length; end++) {
      const refusal = readNpy(pieces(bytes.subarray(0, end), 7));
      await expect(refusal).rejects.toThrow(FormatError);
      if (end >= 6) await expect(refusal).rejects.toMatchObject({ place: { byte: end } });
    }
  });

  test("a promise that is larger than the known size is refused before memory is asked for", async () => {
    const lie = header(4_000_000_000);
    const held = heldBytes();
    await expect(readNpy(pieces(lie, 1000), { size: lie.length })).rejects.toThrow("promises 4000000000 bytes");
    expect(heldBytes()).toBe(held);
  });

  test("what the stream throws comes through", async () => {
    async function* stream() {
      yield fileOf(caseNamed("f8")).subarray(0, 150);
      throw new Error("the disk was pulled out");
    }
    await expect(readNpy(stream())).rejects.toThrow("the disk was pulled out");
  });
});
