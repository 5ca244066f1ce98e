import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseNpy } from "@argscope/core";
import { describe, expect, it } from "vitest";
import { builtProgram } from "./program.ts";

const { folder, run, write } = builtProgram();

async function json(...args: string[]): Promise<unknown> {
  const { code, text, err } = await run([...args, "--json"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(text);
}

const mixed = [
  "id,day,ok,city,x",
  "9007199254740993,2024-03-07,true,Rome,1.5",
  "9007199254740992,2023-12-31,false,Oslo,2.5",
  "7,2024-03-07,true,Cairo,0.5",
  "",
].join("\n");

describe("a reduction of a table", () => {
  it("of whole numbers is int64, and exact beyond 2^53", async () => {
    write("ints.csv", "a,b\n9007199254740993,9007199254740992\n-5,3\n");
    expect(await json("argmax", "ints.csv", "--axis", "1")).toMatchObject({
      dtype: "int64",
      indices: [0, 1],
      values: ["9007199254740993", 3],
      nan_lanes: 0,
    });
  });

  it("of chosen integers is exact, though they are float64 beside others", async () => {
    write("mixed.csv", mixed);
    expect(await json("argmax", "mixed.csv", "--axis", "0")).toMatchObject({
      dtype: "float64",
      shape: [3, 2],
      indices: [0, 1],
    });
    expect(await json("argmax", "mixed.csv", "--axis", "0", "--columns", "id")).toMatchObject({
      dtype: "int64",
      shape: [3, 1],
      values: ["9007199254740993"],
    });
  });

  it("finds the earliest and the latest date, when dates are chosen", async () => {
    write("mixed.csv", mixed);
    expect(await json("argmin", "mixed.csv", "--columns", "day", "--index-col", "city")).toMatchObject({
      dtype: "datetime64[D]",
      shape: [3, 1],
      indices: 1,
      values: "2023-12-31",
    });
    expect(await json("argmax", "mixed.csv", "--columns", "day", "--axis", "0")).toMatchObject({
      values: ["2024-03-07"],
      tie_counts: [1],
    });
  });

  it("finds the first text in code-point order, and the first true", async () => {
    write("mixed.csv", mixed);
    expect(await json("argmin", "mixed.csv", "--columns", "city")).toMatchObject({
      dtype: "str5",
      indices: 2,
      values: "Cairo",
    });
    expect(await json("argmax", "mixed.csv", "--columns", "ok")).toMatchObject({ dtype: "bool", indices: 0, values: true });
    const { err } = await run(["argmin", "mixed.csv", "--columns", "ok,city"]);
    expect(err).toBe('argscope: ValueError: Column "ok" is bool, and column "city" is text: choose columns of one sort.\n');
  });

  it("counts NaT as NumPy does", async () => {
    write("gap.csv", "day,x\n2024-03-07,1\n,2\n");
    expect(await json("argmin", "gap.csv", "--columns", "day")).toMatchObject({ indices: 1, values: "NaT", nan_lanes: 1 });
  });
});

describe("reading options", () => {
  it("say in which order dates are written", async () => {
    write("us.csv", "day,x\n03/04/2024,1\n02/05/2024,2\n");
    expect(await json("argmin", "us.csv", "--columns", "day", "--dates", "mdy")).toMatchObject({ values: "2024-02-05" });
    expect(await json("argmin", "us.csv", "--columns", "day", "--dates", "dmy")).toMatchObject({ values: "2024-04-03" });
    expect((await run(["argmin", "us.csv", "--dates", "ymd"])).code).toBe(2);
  });

  it("take other forms of numbers, thousands and comments", async () => {
    write("money.csv", '! prices\nitem,price,share\na,"$1\'200",50%\nb,$900,12.5%\n');
    const options = ["--numbers", "currency,percent", "--thousands", "'", "--comment", "!"];
    expect(await json("argmin", "money.csv", "--axis", "0", ...options)).toMatchObject({ values: [900, 0.125] });
    expect((await run(["argmin", "money.csv", "--numbers", "roman"])).err).toContain(
      '--numbers takes hex, percent, currency; not "roman".',
    );
  });

  it("are for every format of tables", async () => {
    write("records.json", '[{"id": 1, "x": 2.5, "t": "a"}, {"id": 2, "x": 1.5, "t": "b"}, {"id": 3, "x": 9, "t": "c"}]');
    expect(
      await json("argmin", "records.json", "--columns", "x", "--rows", "1:", "--index-col", "t", "--axis", "0"),
    ).toMatchObject({
      shape: [2, 1],
      indices: [0],
      labels: ["b"],
    });
  });
});

describe("info and convert", () => {
  it("say each column's dtype", async () => {
    write("mixed.csv", mixed);
    expect(await json("info", "mixed.csv")).toMatchObject({
      dtype: "float64",
      columns: [
        { name: "id", dtype: "int64" },
        { name: "day", dtype: "datetime64[D]" },
        { name: "ok", dtype: "bool" },
        { name: "city", dtype: "text" },
        { name: "x", dtype: "float64" },
      ],
      receipt: { rounded: { count: 1, places: [{ line: 2 }] } },
    });
  });

  it("keep the file's own text, and integers in JSON and .npy", async () => {
    write("own.csv", "n,t\n007,TRUE\n9007199254740993,false\n");
    expect((await run(["convert", "own.csv"])).text).toBe("n,t\r\n007,TRUE\r\n9007199254740993,false\r\n");
    expect(await json("convert", "own.csv")).toEqual([
      { n: 7, t: true },
      { n: "9007199254740993", t: false },
    ]);
    expect((await run(["convert", "own.csv", "--out", "own.npy"])).code).toBe(0);
    expect(parseNpy(readFileSync(join(folder, "own.npy"))).toNested()).toEqual([[7n], [9007199254740993n]]);
  });

  it("write a table of typed cells with exact integers and dates", async () => {
    write("t.json", '[{"id": 9007199254740993, "x": 0.5, "d": "2024-03-07"}]');
    expect((await run(["convert", "t.json"])).text).toBe("id,x,d\r\n9007199254740993,0.5,2024-03-07\r\n");
  });
});
