// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { sizes } from "./draw.mjs";
import { png } from "./png.mjs";
import { raster } from "./raster.mjs";
import { shapes, svg } from "./shapes.mjs";

/** @param {string} name */
const committed = (name) => readFileSync(join(import.meta.dirname, name));

/** The pixels of one of our own PNG files: one IDAT chunk, filter 0 in every line. @param {Buffer} file @param {number} size */
function pixelsOf(file, size) {
  const at = file.indexOf("IDAT");
  const lines = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
  return Uint8Array.from({ length: size * size * 4 }, (_, i) => lines[i + Math.floor(i / (size * 4)) + 1] ?? -1);
}

test("the committed SVG is what the shapes say", () => {
  expect(committed("icon.svg").toString("utf8")).toBe(svg());
});

// The large ones take seconds to draw and come from the same shapes.
test.each(sizes.filter((size) => size <= 64))("the committed PNG of %i pixels is what the shapes say", (size) => {
  expect(pixelsOf(committed(`${size}x${size}.png`), size)).toEqual(raster(shapes, size));
});

test.each(sizes)("the committed PNG of %i pixels has that size", (size) => {
  const file = committed(`${size}x${size}.png`);
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([size, size]);
});

test("a PNG carries the published checksum of its end", () => {
  expect(png(new Uint8Array(4), 1).subarray(-12).toString("hex")).toBe("0000000049454e44ae426082");
});

test("a corner of the sheet is clear and its middle is the lit cell's mark", () => {
  const pixels = raster(shapes, 64);
  expect(pixels[3]).toBe(0);
  const middle = (32 * 64 + 32) * 4;
  expect(Array.from(pixels.subarray(middle, middle + 4))).toEqual([255, 255, 255, 255]);
});
