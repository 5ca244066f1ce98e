import { describe, expect, it } from "vitest";
import type { RecordDtype } from "../../src/array/dtype.ts";
import { recordText } from "../../src/export/record-text.ts";

/** Bytes of an element, written little-endian one value behind the other. */
function bytesOf(write: (view: DataView) => void, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  write(new DataView(bytes.buffer));
  return bytes;
}

// The texts are what NumPy 2.4 prints of the same records.
describe("a record as NumPy prints it", () => {
  it("has its numbers, texts and truths in their order, wherever they lie", () => {
    const dtype: RecordDtype = "[('a', '<i4'), ('b', '<f8'), ('c', '<U3'), ('d', '|S3'), ('e', '|b1')]";
    const bytes = bytesOf((view) => {
      view.setInt32(0, 1, true);
      view.setFloat64(4, 2.5, true);
      for (const [k, letter] of [..."a'b"].entries()) view.setUint32(12 + 4 * k, letter.charCodeAt(0), true);
      view.setUint8(24, 120);
      view.setUint8(27, 1);
    }, 28);
    expect(recordText(dtype, bytes)).toBe(`(1, 2.5, "a'b", b'x', True)`);
  });

  it("keeps the point of whole floats, and the comma of a single field", () => {
    expect(
      recordText(
        "[('b', '<f8')]",
        bytesOf((view) => view.setFloat64(0, 2, true), 8),
      ),
    ).toBe("(2.0,)");
    const bytes = bytesOf((view) => {
      view.setFloat64(0, Number.NaN, true);
      view.setFloat64(8, 1e16, true);
      view.setFloat32(16, 0.1, true);
      view.setFloat64(20, 3, true);
      view.setFloat64(28, 4.5, true);
    }, 36);
    expect(recordText("[('a', '<f8'), ('b', '<f8'), ('c', '<f4'), ('d', '<c16')]", bytes)).toBe("(nan, 1e+16, 0.1, 3.+4.5j)");
  });

  it("puts fields of several elements in brackets, and passes over padding", () => {
    const bytes = bytesOf((view) => {
      for (let k = 0; k < 4; k++) view.setInt16(2 * k, k + 1, true);
      view.setUint8(10, 7);
    }, 11);
    expect(recordText("[('q', '<i2', (2, 2)), ('', '|V2'), ('z', '|u1')]", bytes)).toBe("([[1, 2], [3, 4]], 7)");
  });

  it("writes dates as texts", () => {
    const bytes = bytesOf((view) => {
      view.setBigInt64(0, 19_724n, true);
      view.setBigInt64(8, 3n, true);
      view.setBigInt64(16, -(2n ** 63n), true);
    }, 24);
    expect(recordText("[('a', '<M8[D]'), ('b', '<m8[s]'), ('c', '<m8[s]')]", bytes)).toBe("('2024-01-02', 3, 'NaT')");
  });

  it("escapes the bytes that are no ASCII, and goes into records of records", () => {
    const dtype: RecordDtype = "[('p', [('x', '<i2'), ('y', '|S2')]), ('v', '|V2')]";
    expect(recordText(dtype, Uint8Array.of(5, 0, 0xe9, 65, 1, 0xff))).toBe("((5, b'\\xe9A'), b'\\x01\\xFF')");
  });
});
