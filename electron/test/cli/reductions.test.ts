import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromNested, parseNpy, writeNpy, writeNpz } from "@argscope/core";
import { describe, expect, it } from "vitest";
import { builtProgram } from "./program.ts";

const program = builtProgram();
const { run, write } = program;

const cities = "City,Jan,Feb,Mar\nOslo,-4,-4,0\nRome,8,9,NA\nCairo,14,15,17\n";

async function json(...args: string[]): Promise<unknown> {
  const { code, text, err } = await run([...args, "--json"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(text);
}

describe("a reduction of a table", () => {
  it("prints as NumPy prints", async () => {
    write("cities.csv", cities);
    expect(await run(["argmin", "cities.csv"])).toMatchObject({ code: 0, text: "5\n", err: "" });
    expect((await run(["argmin", "cities.csv", "--axis", "0"])).text).toBe("[0 0 1]\n");
    expect((await run(["nanargmin", "cities.csv", "--axis", "0"])).text).toBe("[0 0 0]\n");
    expect((await run(["argmax", "cities.csv", "--axis", "-1", "--keepdims"])).text).toBe("[[2]\n [2]\n [2]]\n");
  });

  it("says everything in JSON: labels of the axis, ties, lanes with NaN", async () => {
    write("cities.csv", cities);
    expect(await json("argmin", "cities.csv", "--axis", "1")).toEqual({
      op: "argmin",
      axis: 1,
      keepdims: false,
      dtype: "float64",
      shape: [3, 3],
      result_shape: [3],
      indices: [0, 2, 0],
      values: [-4, "nan", 14],
      labels: ["Jan", "Mar", "Jan"],
      nan_lanes: 1,
      tie_counts: [1, 0, 0],
    });
    expect(await json("nanargmin", "cities.csv", "--axis", "-2", "--keepdims")).toEqual({
      op: "nanargmin",
      axis: -2,
      keepdims: true,
      dtype: "float64",
      shape: [3, 3],
      result_shape: [1, 3],
      indices: [[0, 0, 0]],
      values: [[-4, -4, 0]],
      labels: [["Oslo", "Oslo", "Oslo"]],
      nan_lanes: 1,
      tie_counts: [[0, 0, 0]],
    });
    expect(await json("nanargmax", "cities.csv")).toMatchObject({
      axis: null,
      indices: 8,
      values: 17,
      labels: null,
      tie_counts: 0,
    });
  });

  it("has no labels where the file has none", async () => {
    write("bare.csv", "3,1\n2,5\n");
    expect(await json("argmin", "bare.csv", "--axis", "0")).toMatchObject({ indices: [1, 0], labels: null });
    expect(await json("argmin", "bare.csv", "--axis", "1")).toMatchObject({ indices: [1, 0], labels: null });
  });

  it("keeps the labels of a part that was selected", async () => {
    write("cities.csv", cities);
    const steps = ["--select", "a[::-1, 1:]", "--axis"];
    expect(await json("argmin", "cities.csv", ...steps, "0")).toMatchObject({ indices: [2, 1], labels: ["Oslo", "Rome"] });
    expect(await json("argmax", "cities.csv", ...steps, "1")).toMatchObject({ labels: ["Mar", "Mar", "Mar"] });
    expect(await json("argmin", "cities.csv", "--select", "a[0]", "--axis", "0")).toMatchObject({ indices: 0, labels: "Jan" });
    expect(await json("argmax", "cities.csv", "--select", ":, 1", "--axis", "0")).toMatchObject({ labels: "Cairo" });
    expect((await run(["argmax", "cities.csv", "--select", "a[1:]", "--axis", "0", "--format", "csv"])).text).toBe(
      "column,name,argmax,City,value\r\n0,Jan,1,Cairo,14\r\n1,Feb,1,Cairo,15\r\n2,Mar,0,Rome,nan\r\n",
    );
  });

  it("takes columns and rows of it", async () => {
    write("cities.csv", cities);
    const numbers = ["argmin", "cities.csv", "--axis", "1"];
    expect(await json(...numbers, "--columns", "Mar,Feb")).toMatchObject({ shape: [3, 2], labels: ["Feb", "Mar", "Feb"] });
    expect(await json(...numbers, "--exclude", "Jan,City")).toMatchObject({ shape: [3, 2] });
    expect(await json(...numbers, "--rows", "1:")).toMatchObject({ shape: [2, 3], indices: [2, 0] });
    expect(await json("argmax", "cities.csv", "--axis", "0", "--rows", "1:9")).toMatchObject({
      labels: ["Cairo", "Cairo", "Rome"],
    });
    expect(await json("argmax", "cities.csv", "--axis", "0", "--exclude", "City")).toMatchObject({ labels: null });
  });

  it("names its rows by the column that is chosen", async () => {
    write("years.csv", "year,name,x\n1990,a,5\n1991,b,3\n");
    const args = ["argmin", "years.csv", "--axis", "0"];
    expect(await json(...args)).toMatchObject({ shape: [2, 2], labels: ["a", "b"] });
    expect(await json(...args, "--index-col", "year")).toMatchObject({ shape: [2, 1], labels: ["1991"] });
    expect(await json(...args, "--index-col", "name")).toMatchObject({ shape: [2, 2], labels: ["a", "b"] });
    expect(await json(...args, "--index-col", "none")).toMatchObject({ labels: null });
  });

  it("reads as it is told", async () => {
    write("odd.csv", Buffer.from("caf\xe9;x\n'a;b';1,5\nc;?\n", "latin1"));
    const options = [
      "--delimiter",
      ";",
      "--quote",
      "'",
      "--encoding",
      "latin1",
      "--decimal",
      ",",
      "--missing",
      "?",
      "--header",
      "1",
    ];
    expect(await json("nanargmax", "odd.csv", "--axis", "0", ...options)).toMatchObject({ values: [1.5], labels: ["a;b"] });
  });
});

describe("a reduction of an array", () => {
  it("keeps integers beyond 2^53 exact, and writes what JSON has no number for as text", async () => {
    write("big.npy", writeNpy(fromNested([9007199254740993n, 9007199254740992n, -5n], "int64")));
    expect(await json("argmax", "big.npy")).toMatchObject({ dtype: "int64", indices: 0, values: "9007199254740993" });
    expect(await json("argmax", "big.npy", "--rows", "1:")).toMatchObject({ shape: [2], values: 9007199254740992 });
    write(
      "inf.npy",
      writeNpy(
        fromNested([
          [1, Number.POSITIVE_INFINITY],
          [Number.NEGATIVE_INFINITY, Number.NaN],
        ]),
      ),
    );
    expect(await json("nanargmax", "inf.npy", "--axis", "0")).toMatchObject({ values: [1, "inf"], nan_lanes: 1 });
    expect(await json("argmin", "inf.npy", "--axis", "1")).toMatchObject({ values: [1, "nan"], nan_lanes: 1 });
  });

  it("counts as a tie what NumPy holds equal, and NaN with NaN", async () => {
    write(
      "ties.npy",
      writeNpy(
        fromNested([
          [0, -0, 0, 1],
          [Number.NaN, Number.NaN, 1, 1],
        ]),
      ),
    );
    expect(await json("argmin", "ties.npy", "--axis", "1")).toMatchObject({ indices: [0, 0], tie_counts: [2, 1] });
    expect(await json("argmin", "ties.npy", "--axis", "0")).toMatchObject({ tie_counts: [0, 0, 0, 1] });
    write("text.npy", writeNpy(fromNested(["b", "a", "a"])));
    expect(await json("argmin", "text.npy")).toMatchObject({ indices: 1, values: "a", tie_counts: 1, nan_lanes: 0 });
    write("bool.npy", writeNpy(fromNested([true, false, false])));
    expect(await json("argmin", "bool.npy")).toMatchObject({ values: false, tie_counts: 1 });
  });

  it("takes a field of a structured array", async () => {
    write("s.npy", writeNpy(parseNpy(structured())));
    expect((await run(["argmax", "s.npy", "--select", "a['y']"])).text).toBe("1\n");
    const err = "argscope: TypeError: data type not ordered: choose a field with --select \"a['x']\"\n";
    expect(await run(["argmax", "s.npy"])).toMatchObject({ code: 3, err });
  });

  it("asks which array of an archive is meant", async () => {
    const arrays = new Map([
      ["p", fromNested([2, 1])],
      ["q", fromNested([[1, 2]])],
    ]);
    write("two.npz", await writeNpz(arrays));
    const { code, err } = await run(["argmin", "two.npz"]);
    expect({ code, err }).toEqual({ code: 2, err: "argscope: two.npz holds 2 arrays: choose with --array one of p, q.\n" });
    expect((await run(["argmin", "two.npz", "--array", "p"])).text).toBe("1\n");
    expect((await run(["argmin", "two.npz", "--array", "nix"])).code).toBe(3);
  });

  it("reads a literal and JSON from standard input", async () => {
    expect((await run(["argmin", "-", "--axis", "0"], "[[8, 92, 93], [94, 9, 7]]")).text).toBe("[0 1 1]\n");
    expect((await run(["nanargmax", "-"], "np.array([1., nan, 3])")).text).toBe("2\n");
    expect((await run(["argmin", "-", "--axis", "0"], cities)).text).toBe("[0 0 1]\n");
  });

  it("writes the indices as numpy.save would", async () => {
    write(
      "m.npy",
      writeNpy(
        fromNested([
          [3, 1],
          [2, 5],
        ]),
      ),
    );
    const { out } = await run(["argmin", "m.npy", "--axis", "0", "--format", "npy"]);
    const indices = parseNpy(out);
    expect(indices.dtype).toBe("int64");
    expect(indices.toNested()).toEqual([1n, 0n]);
  });

  it("writes tables of any shape", async () => {
    write("m3.npy", writeNpy(fromNested([[[3, 1]], [[2, 5]]])));
    expect((await run(["argmin", "m3.npy", "--axis", "0", "--format", "tsv"])).text).toBe(
      "i1\ti2\targmin\tvalue\n0\t0\t1\t2\n0\t1\t0\t1\n",
    );
    expect((await run(["argmax", "m3.npy", "--format", "md"])).text).toBe(
      "| argmax | i0 | i1 | i2 | value |\n| ---: | ---: | ---: | ---: | ---: |\n| 3 | 1 | 0 | 1 | 5 |\n",
    );
  });
});

describe("--out", () => {
  it("writes a file, in the format of its name's ending, and nothing to standard output", async () => {
    write("cities.csv", cities);
    expect(await run(["argmin", "cities.csv", "--axis", "0", "--out", "r.json"])).toMatchObject({ code: 0, text: "", err: "" });
    expect(JSON.parse(readFileSync(join(program.folder, "r.json"), "utf8"))).toMatchObject({ indices: [0, 0, 1] });
  });

  it("leaves the old file as it is when the reduction is refused", async () => {
    write("cities.csv", cities);
    write("kept.txt", "old");
    expect((await run(["argmin", "cities.csv", "--axis", "7", "--out", "kept.txt"])).code).toBe(3);
    expect(readFileSync(join(program.folder, "kept.txt"), "utf8")).toBe("old");
    expect((await run(["argmin", "cities.csv", "--out", "no/such/x"])).err).toBe(
      "argscope: AccessError: The folder of “x” was not found.\n",
    );
    expect(existsSync(join(program.folder, "no"))).toBe(false);
  });
});

/** `[('x', '<f8'), ('y', '<f8')]` with the rows (1, 1) and (0, 2). */
function structured(): Uint8Array {
  const header = "{'descr': [('x', '<f8'), ('y', '<f8')], 'fortran_order': False, 'shape': (2,), }".padEnd(117);
  const front = Buffer.concat([Buffer.from("\x93NUMPY\x01\x00\x76\x00", "latin1"), Buffer.from(`${header}\n`)]);
  return Buffer.concat([front, new Uint8Array(Float64Array.of(1, 1, 0, 2).buffer)]);
}
