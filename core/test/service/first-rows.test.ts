import { gzipSync } from "node:zlib";
import { fromNested, writeNpy, writeNpz } from "@argscope/core";
import type { Opened } from "@argscope/core/contract/worker.ts";
import { describe, expect, test } from "vitest";
import { caller, control, fileOf, portOf, value } from "./caller.ts";
import { longTable } from "./tables.ts";

function numbers({ array }: Opened): number[] {
  return [...new Float64Array(array.buffer, array.byteOffset, array.length)];
}

describe("the first rows", () => {
  test("of a long CSV come from its start alone", async () => {
    const call = caller();
    const bytes = Buffer.from(longTable(200_000));
    const { source, furthest } = portOf("long.csv", bytes);
    const first = value(await call("first", { source, key: 1, control: control() }));
    expect(first?.array.shape).toEqual([200, 2]);
    expect(numbers(first as Opened).slice(0, 4)).toEqual([0, 0, 1, 0.25]);
    expect(furthest()).toBeLessThan(bytes.length / 4);
    const whole = value(await call("open", { source: { kind: "kept", name: "long.csv" }, key: 1, control: control() }));
    expect(whole.array.shape).toEqual([200_000, 2]);
  });

  test.each(["utf16le", "latin1"] as const)("of a text in %s too", async (encoding) => {
    const text = `\ufeffnäme,value\n${"é,1.5\n".repeat(100_000)}`;
    const bytes = Buffer.from(encoding === "latin1" ? text.slice(1) : text, encoding);
    const first = value(await caller()("first", { source: fileOf("t.csv", bytes), key: 1, control: control() }));
    expect(first?.array.shape).toEqual([200, 1]);
    expect(first?.labels[0]?.name).toBe("näme");
  });

  test("of a compressed CSV are had without unpacking it all", async () => {
    const first = value(
      await caller()("first", { source: fileOf("t.csv.gz", gzipSync(longTable(100_000))), key: 1, control: control() }),
    );
    expect(first?.array.shape).toEqual([200, 2]);
  });

  test("of a .npy file are read by their place in it", async () => {
    const rows = Array.from({ length: 5000 }, (_, row) => [row, row / 2, -row]);
    const bytes = writeNpy(fromNested(rows, "float64"));
    const { source, furthest } = portOf("a.npy", Buffer.from(bytes));
    const first = value(await caller()("first", { source, key: 1, control: control() }));
    expect(first?.array).toMatchObject({ shape: [200, 3] });
    expect(furthest()).toBeLessThan(bytes.length);
  });

  test("of three dimensions are the first slice", async () => {
    const bytes = writeNpy(fromNested([[[1, 2]], [[3, 4]], [[5, 6]]], "float64"));
    const first = value(await caller()("first", { source: fileOf("a.npy", bytes), key: 1, control: control() }));
    expect(first?.array.shape).toEqual([1, 1, 2]);
  });

  test("of a file that keeps them anywhere are none", async () => {
    const npz = await writeNpz(new Map([["x", fromNested([1, 2])]]));
    expect(value(await caller()("first", { source: fileOf("x.npz", npz), key: 1, control: control() }))).toBeNull();
  });

  test("of what cannot be read are none: the whole says why", async () => {
    const source = fileOf("photo.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]));
    expect(value(await caller()("first", { source, key: 1, control: control() }))).toBeNull();
  });
});
