import { describe, expect, test } from "vitest";
import { free } from "../../../src/array/empty.ts";
import { FormatError, UnsupportedError } from "../../../src/errors.ts";
import { parseNpy } from "../../../src/formats/npy/parse-npy.ts";
import { writeNpy } from "../../../src/formats/npy/write-npy.ts";
import { caseNamed, elementsOf, fileOf, npyCases } from "./fixture.ts";

describe("parseNpy reads what NumPy reads", () => {
  test.each(npyCases)("$name", (one) => {
    const a = parseNpy(fileOf(one));
    expect(a.dtype).toBe(one.dtype);
    expect(a.shape).toEqual(one.shape);
    expect(elementsOf(a)).toEqual(one.elements);
    free(a);
  });
});

describe("writeNpy writes the bytes that numpy.save writes", () => {
  test.each(npyCases.filter((one) => one.saved))("$name", (one) => {
    const a = parseNpy(fileOf(one));
    expect(Buffer.from(writeNpy(a)).toString("latin1")).toBe(Buffer.from(fileOf(one)).toString("latin1"));
    free(a);
  });
});

function file(
  header: string,
  { version = 1, data = 0, length = header.length }: { version?: number; data?: number; length?: number } = {},
) {
  const size = version === 1 ? 2 : 4;
  const bytes = new Uint8Array(8 + size + header.length + data);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  const view = new DataView(bytes.buffer);
  if (version === 1) view.setUint16(8, length, true);
  else view.setUint32(8, length, true);
  bytes.set(Buffer.from(header, "latin1"), 8 + size);
  return bytes;
}

const header = (descr: string, shape: string) => `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}}`;

describe("parseNpy", () => {
  test("a Fortran-order file is a view with Fortran strides: nothing is copied", () => {
    const a = parseNpy(fileOf(caseNamed("i4 Fortran")));
    expect(a.strides).toEqual([1, 2]);
    expect(a.data).toHaveLength(6);
  });

  test("any byte but 0 is True", () => {
    const bytes = file(header("'|b1'", "(3,)"), { data: 3 });
    bytes.set([0, 2, 255], bytes.length - 3);
    const a = parseNpy(bytes);
    expect(a.toNested()).toEqual([false, true, true]);
    expect([...a.data]).toEqual([0, 1, 1]);
  });

  test("reads from shared memory and from the middle of a buffer", () => {
    const one = fileOf(caseNamed("f8 big-endian"));
    const shared = new Uint8Array(new SharedArrayBuffer(one.length + 3)).subarray(3);
    shared.set(one);
    expect(elementsOf(parseNpy(shared))).toEqual(caseNamed("f8 big-endian").elements);
  });

  test.each<[string, Uint8Array, string, number]>([
    ["nothing", new Uint8Array(0), "not an .npy file", 0],
    ["a PNG", Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), "not an .npy file", 0],
    ["half a magic", Uint8Array.from([0x93, 0x4e, 0x55]), "not an .npy file", 3],
    ["magic alone", Uint8Array.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]), "ends inside its header", 6],
    ["half a length", file("").subarray(0, 9), "ends inside its header", 9],
    ["half a header", file("{'descr'", { length: 100 }), "ends inside its header", 18],
    ["a header that is too long", file("", { version: 2, length: 10_001 }), "at most 10000", 8],
    ["a header of 4 GB", file("", { version: 2, length: 4_294_967_295 }), "at most 10000", 8],
    ["an empty header", file("   "), "Expected a value", 13],
    ["code", file("__import__('os').system('true')"), "Expected a value", 10],
    ["a list", file("[1, 2]"), "not a dict", 10],
    ["two values", file(`${header("'<f8'", "(0,)")} 1`), "the end of the header", 66],
    ["a key too few", file("{'descr': '<f8', 'shape': ()}"), "keys are not", 10],
    ["a key too many", file("{'descr': '<f8', 'fortran_order': False, 'shape': (0,), 'x': 1}"), "keys are not", 10],
    ["a key that is no text", file("{'descr': '<f8', 'fortran_order': False, 3: (0,)}"), "keys are not", 10],
    ["fortran_order 0", file("{'descr': '<f8', 'fortran_order': 0, 'shape': (0,)}"), "neither True nor False", 44],
    ["a shape that is a list", file(header("'<f8'", "[0]")), "not a tuple", 60],
    ["a shape that is a number", file(header("'<f8'", "(3)")), "not a tuple", 61],
    ["a negative length", file(header("'<f8'", "(-1,)")), "something else than lengths", 61],
    ["a length that is a float", file(header("'<f8'", "(1.0,)")), "something else than lengths", 61],
    ["a length beyond 2^53", file(header("'<f8'", "(9007199254740992,)")), "something else than lengths", 61],
    ["65 dimensions", file(header("'<f8'", `(${"1, ".repeat(65)})`)), "at most 64", 60],
    ["a size beyond 2^53", file(header("'|i1'", "(4294967296, 4294967296)")), "larger than any file", 60],
    [
      "a size of 2^64, which wraps to 0",
      file(header("'<f8'", "(4294967296, 536870912)"), { data: 8 }),
      "larger than any file",
      60,
    ],
    ["many elements of no size", file(header("'<U0'", "(1000001,)")), "larger than any file", 60],
    ["one byte too few", file(header("'<i4'", "(2, 3)"), { data: 23 }), "promises 24 bytes of elements, and 23 are there", 90],
    ["terabytes", file(header("'<f8'", "(1000000, 1000000)"), { data: 8 }), "promises 8000000000000 bytes", 87],
    ["a descr that is a number", file(header("3", "(0,)")), "not a valid dtype descriptor", 20],
    ["a type that is too large", file(header("'<U99999999999'", "(1,)")), "larger than any file", 20],
    ["a field that is no tuple", file(header("['<f8']", "(1,)")), "not a tuple of name", 21],
    ["a field of one part", file(header("[('x',)]", "(1,)")), "not a tuple of name", 21],
    ["a field without a name", file(header("[('', '<f8')]", "(1,)")), "has no name", 22],
    ["a field name twice", file(header("[('x', '<f8'), ('x', '<f8')]", "(1,)")), "used twice", 36],
    ["a field with a negative shape", file(header("[('x', '<f8', (-1,))]", "(1,)")), "something else than lengths", 35],
    [
      "fields larger than any file",
      file(header(`[('x', '<f8', (${"2147483647, ".repeat(3)}))]`, "(1,)")),
      "larger than any file",
      34,
    ],
    ["a field of 2 GB", file(header("[('x', '|u1', (2147483647,))]", "(1,)")), "promises 2147483647 bytes", 89],
    ["a deep descr", file(header("[".repeat(100), "(1,)")), "nested more than 32", 52],
  ])("refuses %s, and says where", (_, bytes, message, byte) => {
    expect(() => parseNpy(bytes)).toThrow(FormatError);
    expect(() => parseNpy(bytes)).toThrow(message);
    expect(() => parseNpy(bytes)).toThrow(expect.objectContaining({ place: { byte } }));
  });

  test("refuses a number beyond Unicode in text, and says where", () => {
    for (const descr of ["'<U2'", "[('x', '|u1'), ('t', '>U2')]"]) {
      const big = descr.includes(">");
      const bytes = file(header(descr, "(2,)"), { data: big ? 18 : 16 });
      const at = bytes.length - 4;
      bytes.set(big ? [0, 0x11, 0, 0] : [0, 0, 0x11, 0], at);
      expect(() => parseNpy(bytes)).toThrow("no character");
      expect(() => parseNpy(bytes)).toThrow(expect.objectContaining({ place: { byte: at } }));
    }
  });

  test.each([
    ["'|O'", "Python objects"],
    ["'O'", "Python objects"],
    ["[('x', '<f8'), ('o', '|O')]", "Python objects"],
    ["'<f16'", "long doubles"],
    ["'<c32'", "long doubles"],
    ["'<q9'", "<q9"],
    ["[('r', [('x', '>i2'), ('y', '>i4')], (5001,))]", "more than 10000 parts"],
    [
      `[${Array.from({ length: 30 }, (_, k) => `('${k}', [('x', '>i2'), ('y', '>i4')], (200,))`).join(", ")}]`,
      "more than 10000 parts",
    ],
  ])("refuses the dtype %.40s by name", (descr, message) => {
    expect(() => parseNpy(file(header(descr, "(1,)"), { data: 16 }))).toThrow(UnsupportedError);
    expect(() => parseNpy(file(header(descr, "(1,)"), { data: 16 }))).toThrow(message);
  });

  test("refuses versions that NumPy does not have", () => {
    const bytes = file(header("'<f8'", "(0,)"));
    bytes[6] = 4;
    expect(() => parseNpy(bytes)).toThrow("version 4.0");
    bytes.set([1, 1], 6);
    expect(() => parseNpy(bytes)).toThrow("version 1.1");
  });
});
