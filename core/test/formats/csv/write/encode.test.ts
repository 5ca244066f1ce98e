import { describe, expect, it } from "vitest";
import { encoderOf } from "../../../../src/formats/csv/write/encode.ts";
import { decoderOf } from "../../../../src/formats/encoding/decoder.ts";

describe.each(["cp437", "ibm850", "852", "cp866"])("what is written in %s", (label) => {
  it("reads as it was, every character of it", () => {
    const text = decoderOf(label).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    const bytes = encoderOf(label)(text);
    expect(bytes === null ? null : decoderOf(label).decode(bytes)).toBe(text);
  });

  it("has no character that it lacks", () => {
    expect(encoderOf(label)("日")).toBeNull();
  });
});
