// @ts-check
import { crc32, deflateSync } from "node:zlib";

/**
 * A PNG file of size × size pixels, RGBA with a byte each.
 * @param {Uint8Array} pixels @param {number} size
 * @see W3C, Portable Network Graphics (Third Edition), chapters 5, 9 and 11
 */
export function png(pixels, size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA, the one compression, the one filter method, not interlaced
  const lines = Buffer.alloc(size * (1 + size * 4)); // each line begins with its filter: 0, none
  for (let row = 0; row < size; row++) {
    lines.set(pixels.subarray(row * size * 4, (row + 1) * size * 4), row * (1 + size * 4) + 1);
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(lines, { level: 9 })), chunk("IEND", "")]);
}

/** @param {string} type @param {Uint8Array | string} content */
function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), Buffer.from(content)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
