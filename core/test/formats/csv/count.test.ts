import { expect, it } from "vitest";
import { empty, free } from "../../../src/array/empty.ts";
import { memoryOf } from "../../../src/memory/engine-memory.ts";
import { tableKernels } from "../../../src/memory/kernel-instance.ts";

it("counts a byte in stretches of every length, also where all of them are it", () => {
  const block = empty([20_000], "uint8");
  const bytes = block.data as Uint8Array;
  const memory = memoryOf(bytes);
  if (memory === undefined) throw new Error("The bytes are outside engine memory.");
  const { countByte } = tableKernels.over(memory);
  const count = (start: number, end: number) => countByte(bytes.byteOffset + start, bytes.byteOffset + end, 34);
  bytes.fill(34);
  for (const length of [0, 1, 15, 16, 17, 63, 64, 65, 4031, 4032, 4033, 4096, 16_200])
    expect(count(3, 3 + length)).toBe(length);
  bytes.forEach((_, k) => {
    bytes[k] = k % 7 === 0 ? 34 : 255;
  });
  for (let start = 0; start < 200; start++) {
    const end = start * 97;
    expect(count(start, end)).toBe(bytes.subarray(start, end).filter((byte) => byte === 34).length);
  }
  free(block);
});
