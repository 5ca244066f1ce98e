import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decoderOf } from "../../../src/formats/encoding/decoder.ts";

const pages: Record<string, string> = JSON.parse(readFileSync(new URL("code-pages.json", import.meta.url), "utf8"));
const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe("the code pages of MS-DOS", () => {
  it.each(Object.entries(pages))("%s reads every byte as Python does", (name, text) => {
    expect(decoderOf(name).decode(everyByte)).toBe(text);
  });

  it.each([
    ["cp437", "ibm437"],
    ["CP850", "ibm850"],
    [" 852 ", "ibm852"],
    ["IBM-850", "ibm850"],
    ["csPC8CodePage437", "ibm437"],
    ["csPC850Multilingual", "ibm850"],
    ["csPCp852", "ibm852"],
    ["cp866", "ibm866"],
    ["latin1", "windows-1252"],
  ])("%s is %s", (label, name) => {
    expect(decoderOf(label).encoding).toBe(name);
  });

  it.each(["cp4370", "ibm", "cp859", "850x", ""])("%j is no encoding", (label) => {
    expect(() => decoderOf(label)).toThrow(RangeError);
  });

  it("read more bytes than a call takes arguments", () => {
    const bytes = new Uint8Array(1_000_003).fill(0x82);
    expect(decoderOf("cp437").decode(bytes)).toBe("é".repeat(bytes.length));
  });
});
