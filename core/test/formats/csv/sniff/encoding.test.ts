import { describe, expect, it } from "vitest";
import { ValueError } from "../../../../src/errors.ts";
import { sniffEncoding } from "../../../../src/formats/csv/sniff/encoding.ts";
import { binaryKind } from "../../../../src/formats/csv/sniff/signature.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer);

describe("the encoding", () => {
  it.each<[string, Uint8Array, string, number, boolean]>([
    ["ASCII", utf8("a,b\n"), "utf-8", 0, true],
    ["UTF-8", utf8("München"), "utf-8", 0, true],
    ["UTF-8 with a mark", utf8("\ufeffa"), "utf-8", 3, true],
    ["UTF-16 with a mark", utf16("\ufeffa,b"), "utf-16le", 2, false],
    ["UTF-16 without one", utf16("name,number\nA,1\n"), "utf-16le", 0, false],
    ["Latin", latin("München"), "windows-1252", 0, false],
    ["windows-1252 that became UTF-8 as if it were Latin", utf8("\u0093quoted\u0094"), "utf-8", 0, false],
  ])("%s", (_, bytes, encoding, markLength, plain) => {
    expect(sniffEncoding(bytes, true)).toMatchObject({ encoding, markLength, plain });
  });

  it("waits for the rest of a character that the sample cuts", () => {
    expect(sniffEncoding(utf8("München").slice(0, 2), false).encoding).toBe("utf-8");
    expect(sniffEncoding(utf8("München").slice(0, 2), true).encoding).toBe("windows-1252");
  });

  it("can be chosen, if it is known", () => {
    expect(sniffEncoding(utf8("a"), true, "Shift_JIS")).toMatchObject({ encoding: "shift_jis", reason: "it was chosen" });
    expect(() => sniffEncoding(utf8("a"), true, "klingon")).toThrow(ValueError);
  });
});

describe("what is no text", () => {
  it.each([
    ["a PNG image", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ["a ZIP archive (or a spreadsheet in one)", [0x50, 0x4b, 3, 4, 20]],
    ["a PDF document", [...utf8("%PDF-1.7")]],
    ["binary data", [49, 0, 50]],
    ["binary data", [1, 2, 3, 4, 5, 49, 44]],
  ])("%s", (kind, bytes) => {
    expect(binaryKind(Uint8Array.from(bytes))).toBe(kind);
  });

  it("passes text, with tabs and the Ctrl+Z of old programs", () => {
    expect(binaryKind(utf8("a\tb\r\n1\t2\r\n\u001a"))).toBeNull();
  });
});
