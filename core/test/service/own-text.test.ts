import { Blob } from "node:buffer";
import { gzipSync } from "node:zlib";
import { fromNested, writeNpy } from "@argscope/core";
import { describe, expect, test } from "vitest";
import { caller, control, fileOf, value } from "./caller.ts";
import { cities, longTable } from "./tables.ts";

describe("the file's own text", () => {
  test("is what stands in the cells of numbers; a missing one has none", async () => {
    const call = caller();
    const { handle, origin } = value(await call("open", { source: fileOf("c.csv", Buffer.from(cities)), control: control() }));
    expect(origin).toMatchObject({ hasText: true, point: "." });
    const texts = await call("rows", { handle, rows: [0, 1, 2], firstColumn: 0, columnCount: 3, control: control() });
    expect(value(texts)).toEqual([
      ["007", "-4.0", "18.50"],
      ["010", "14.00", "28"],
      ["003", null, "15.25"],
    ]);
  });

  test("is found in any rows of a long table, some columns of it", async () => {
    const call = caller();
    const source = fileOf("long.csv", Buffer.from(longTable(5000, "\r\n")));
    const { handle } = value(await call("open", { source, control: control() }));
    const rows = [0, 255, 256, 2047, 4998, 4999];
    const texts = await call("rows", { handle, rows, firstColumn: 0, columnCount: 1, control: control() });
    expect(value(texts)).toEqual(rows.map((row) => [String(row).padStart(7, "0")]));
    const last = await call("rows", { handle, rows: [4999], firstColumn: 1, columnCount: 9, control: control() });
    expect(value(last)).toEqual([[`${(4999 % 97) / 4}0`]]);
  });

  test("of a very wide row is found span by span, and the file is read for the first one alone", async () => {
    const call = caller();
    const width = 3000;
    const line = (row: number) => Array.from({ length: width }, (_, column) => `${row}.${column}0`).join(",");
    const bytes = Buffer.from(
      `${[Array.from({ length: width }, (_, k) => `c${k}`).join(","), ...[1, 2, 3].map(line)].join("\n")}\n`,
    );
    let reads = 0;
    const slice = (start: number, end: number) => {
      reads++;
      return new Blob([bytes.subarray(start, end)]);
    };
    const source = { kind: "file" as const, name: "wide.csv", file: { size: bytes.length, slice } };
    const { handle } = value(await call("open", { source, control: control() }));
    reads = 0;
    for (const [row, firstColumn] of [
      [2, 64],
      [0, 0],
      [1, 2944],
    ] as const) {
      const texts = await call("rows", { handle, rows: [row], firstColumn, columnCount: 2, control: control() });
      expect(value(texts)).toEqual([[`${row + 1}.${firstColumn}0`, `${row + 1}.${firstColumn + 1}0`]]);
    }
    expect(reads).toBe(1);
  });

  test("is had from a compressed file and from pasted text as well", async () => {
    const call = caller();
    const gzip = value(await call("open", { source: fileOf("c.csv.gz", gzipSync(cities)), control: control() }));
    const typed = value(await call("open", { source: { kind: "text", name: "Pasted", text: cities }, control: control() }));
    for (const { handle } of [gzip, typed]) {
      const texts = await call("rows", { handle, rows: [0], firstColumn: 0, columnCount: 3, control: control() });
      expect(value(texts)).toEqual([["007", "-4.0", "18.50"]]);
    }
  });

  test("has a decimal comma where the file has one", async () => {
    const call = caller();
    const source = fileOf("c.csv", Buffer.from("a;b\n1,50;2\n3,25;1.000,5\n"));
    const opened = value(await call("open", { source, control: control() }));
    expect(opened.origin.point).toBe(",");
    const { handle } = opened;
    const texts = value(await call("rows", { handle, rows: [0], firstColumn: 0, columnCount: 1, control: control() }));
    expect(texts).toEqual([["1,50"]]);
  });

  test("is not shown where the file changed and it is another number now", async () => {
    const call = caller();
    let bytes = Buffer.from("a,b\n1.50,2.0\n3.50,4.0\n");
    const file = { size: bytes.length, slice: (start: number, end: number) => new Blob([bytes.subarray(start, end)]) };
    const { handle } = value(await call("open", { source: { kind: "file", name: "t.csv", file }, control: control() }));
    bytes = Buffer.from("a,b\n9.50,2.0\n3.50,4.0\n");
    const texts = value(await call("rows", { handle, rows: [0], firstColumn: 0, columnCount: 2, control: control() }));
    expect(texts).toEqual([[null, "2.0"]]);
  });

  test("is found where only some columns and rows were read", async () => {
    const call = caller();
    const source = fileOf("long.csv", Buffer.from(longTable(3000)));
    const options = { columns: ["value"], rows: { start: 1000, stop: 2000 } };
    const opened = value(await call("open", { source, options, control: control() }));
    expect(opened.array.shape).toEqual([1000, 1]);
    const { handle } = opened;
    const texts = value(await call("rows", { handle, rows: [0, 999], firstColumn: 0, columnCount: 1, control: control() }));
    expect(texts).toEqual([1000, 1999].map((row) => [`${(row % 97) / 4}0`]));
  });

  test("is that of times, where times are the array", async () => {
    const call = caller();
    const source = fileOf("t.csv", Buffer.from("day,n\n2024-03-07,1\n2024-03-05,2\n"));
    const opened = value(await call("open", { source, options: { columns: ["day"] }, control: control() }));
    expect(opened).toMatchObject({ columns: ["day"], labels: [], array: { dtype: "datetime64[D]", shape: [2, 1] } });
    const { handle } = opened;
    const texts = value(await call("rows", { handle, rows: [1], firstColumn: 0, columnCount: 1, control: control() }));
    expect(texts).toEqual([["2024-03-05"]]);
  });

  test("an array file has none", async () => {
    const call = caller();
    const { handle, origin } = value(
      await call("open", { source: fileOf("a.npy", writeNpy(fromNested([[1.5, 2]]))), control: control() }),
    );
    expect(origin.hasText).toBe(false);
    expect(value(await call("rows", { handle, rows: [0], firstColumn: 0, columnCount: 2, control: control() }))).toEqual([[]]);
  });
});
