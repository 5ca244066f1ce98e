import { fromNested, writeNpy, writeNpz } from "@argscope/core";
import { expect, it } from "vitest";
import { builtProgram } from "./program.ts";

const { run, write } = builtProgram();

async function json(...args: string[]): Promise<unknown> {
  const { code, text, err } = await run(["info", ...args, "--json"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(text);
}

it("says of a table what was read and decided", async () => {
  write("t.csv", "name;x;y\nann;1,5;2\nbob;NA;3\ncid;2,5\n");
  expect(await json("t.csv")).toMatchObject({
    name: "t.csv",
    kind: "table",
    dtype: "float64",
    shape: [3, 2],
    columns: [
      { name: "name", dtype: "text", missing: 0 },
      { name: "x", dtype: "float64", missing: 1 },
      { name: "y", dtype: "float64", missing: 1 },
    ],
    receipt: {
      encoding: { value: "utf-8" },
      delimiter: { value: ";" },
      header: { value: 1 },
      numberStyle: { value: "comma" },
      missing: { count: 2 },
      shortRows: { count: 1, places: [{ line: 4 }] },
    },
  });
  const { text } = await run(["info", "t.csv"]);
  expect(text).toMatch(/^t\.csv: table, a is float64 of shape \(3, 2\)\n/);
  expect(text).toContain("  x     float64, 1 missing cell\n");
  expect(text).toContain("- 1 row is shorter than the usual 3 cells; what is missing is empty (line 4).\n");
});

it("says what the options made of a table", async () => {
  write("t.csv", "name;x;y\nann;1,5;2\nbob;NA;3\n");
  expect(await json("t.csv", "--columns", "x", "--rows", "1:")).toMatchObject({ shape: [1, 1], columns: [{ name: "x" }] });
  expect(await json("t.csv", "--delimiter", ",")).toMatchObject({
    receipt: { delimiter: { value: ",", reason: "it was chosen" } },
  });
});

it("says an array's dtype and shape from its header alone", async () => {
  const file = writeNpy(fromNested([[1, 2, 3]], "int32"));
  write("m.npy", file);
  expect(await json("m.npy")).toEqual({ name: "m.npy", kind: "array", dtype: "int32", shape: [1, 3], nbytes: 12, decided: [] });
  expect((await run(["info", "m.npy"])).text).toBe("m.npy: array, int32 of shape (1, 3), 12 bytes\n");
  expect(await json("m.npy", "--rows", "1:")).toMatchObject({ shape: [0, 3], nbytes: 0 });
});

it("lists what an archive holds", async () => {
  write(
    "z.npz",
    await writeNpz(
      new Map([
        ["p", fromNested([1.5])],
        ["q", fromNested([[true]])],
      ]),
    ),
  );
  expect(await json("z.npz")).toEqual({
    name: "z.npz",
    kind: "choice",
    of: "array",
    choices: [
      { name: "p", dtype: "float64", shape: [1] },
      { name: "q", dtype: "bool", shape: [1, 1] },
    ],
  });
  expect((await run(["info", "z.npz"])).text).toBe(
    "z.npz: choose one of 2 arrays\n  p: float64 of shape (1,)\n  q: bool of shape (1, 1)\n",
  );
  expect(await json("z.npz", "--array", "q")).toMatchObject({ kind: "array", dtype: "bool" });
});
