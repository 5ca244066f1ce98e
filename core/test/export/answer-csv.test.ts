import { describe, expect, test } from "vitest";
import type { Dtype, Elements } from "../../src/array/dtype.ts";
import { NdArray } from "../../src/array/ndarray.ts";
import type { Reduction } from "../../src/contract/worker.ts";
import type { AnswerSource } from "../../src/export/answer-columns.ts";
import { answerCsv } from "../../src/export/answer-csv.ts";

function array(dtype: Dtype, shape: readonly number[], data: Elements): NdArray {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, length) => product * length, 1));
  return new NdArray(dtype, shape, strides, 0, data);
}

function intp(values: readonly number[], shape: readonly number[] = [values.length]): NdArray {
  return array("intp", shape, new Int32Array(values));
}

function reduction(axis: number | null, rest: Partial<Reduction> = {}): Reduction {
  return { operation: "argmin", axis, nan: "numpy", keepdims: false, of: "a", ...rest };
}

function exported(source: AnswerSource, guardFormulas = true) {
  const answer = answerCsv({ ...source, guardFormulas });
  const blocks = [...answer.blocks];
  const lengths = blocks.map((block) => block.length);
  return { rows: answer.rows, guarded: answer.guarded, text: Buffer.concat(blocks).toString(), lengths };
}

const small = array("float64", [2, 3], new Float64Array([8, 92, 93, 94, 9, 7.5]));
const rows = ["first", "second, last"];
const labels = { name: "", text: (row: number) => rows[row] ?? "" };
const bare: AnswerSource = { array: small, indices: intp([0, 1, 1]), reduction: reduction(0), columns: [], labels: null };
const named: AnswerSource = { ...bare, columns: ["a", "b", "c"], labels };

describe("the lines of an answer", () => {
  test("axis 0: one line per column, with its name, the winning row and that row's label", () => {
    expect(exported(named).text).toBe(
      'column,name,argmin,label,value\r\n0,a,0,first,8\r\n1,b,1,"second, last",9\r\n2,c,1,"second, last",7.5\r\n',
    );
  });

  test("axis 1: one line per row, with its label, the winning column and that column's name", () => {
    expect(exported({ ...named, indices: intp([0, 2]), reduction: reduction(1) }).text).toBe(
      'row,label,argmin,name,value\r\n0,first,0,a,8\r\n1,"second, last",2,c,7.5\r\n',
    );
  });

  test("axis None: one line, with the flat index and the cell", () => {
    expect(exported({ ...named, indices: intp([5], []), reduction: reduction(null) }).text).toBe(
      'argmin,row,column,label,name,value\r\n5,1,2,"second, last",c,7.5\r\n',
    );
  });

  test("columns without content are left out", () => {
    expect(exported(bare).text).toBe("column,argmin,value\r\n0,0,8\r\n1,1,9\r\n2,1,7.5\r\n");
    expect(exported({ ...bare, indices: intp([5], []), reduction: reduction(null) }).text).toBe(
      "argmin,row,column,value\r\n5,1,2,7.5\r\n",
    );
  });

  test("the label column's own name stands in the header", () => {
    expect(exported({ ...named, labels: { ...labels, name: "city" } }).text).toMatch(/^column,name,argmin,city,value\r\n/);
  });

  test.each([
    ["argmin", "numpy", "argmin"],
    ["argmax", "numpy", "argmax"],
    ["argmin", "skip", "nanargmin"],
    ["argmax", "skip", "nanargmax"],
  ] as const)("the header of %s with NaN rule %s says %s", (operation, nan, header) => {
    const source = { ...bare, reduction: reduction(0, { operation, nan }) };
    expect(exported(source).text.split("\r\n")[0]).toBe(`column,${header},value`);
  });

  test("a negative axis counts from the end, and keepdims changes no line", () => {
    const kept = { ...bare, indices: intp([0, 2], [2, 1]), reduction: reduction(-1, { keepdims: true }) };
    expect(exported(kept).text).toBe("row,argmin,value\r\n0,0,8\r\n1,2,7.5\r\n");
  });

  test("one dimension: the index and the value, for axis 0 and None alike", () => {
    const line = array("int64", [5], new BigInt64Array([91n, 92n, 93n, 9007199254740993n, 95n]));
    const source = { ...bare, array: line, indices: intp([3], []) };
    expect(exported(source).text).toBe("argmin,value\r\n3,9007199254740993\r\n");
    expect(exported({ ...source, reduction: reduction(null) }).text).toBe("argmin,value\r\n3,9007199254740993\r\n");
  });

  test("no dimension", () => {
    const source = { ...bare, array: array("int8", [], new Int8Array([-4])), indices: intp([0], []), reduction: reduction(0) };
    expect(exported(source).text).toBe("argmin,value\r\n0,-4\r\n");
  });

  test("three dimensions: the lane's coordinates, without the axis", () => {
    const cube = array("int32", [2, 2, 2], new Int32Array([7, 1, 2, 8, 3, 5, 6, 4]));
    const source = { ...bare, array: cube, indices: intp([1, 0, 0, 1]), reduction: reduction(1) };
    expect(exported(source).text).toBe("i0,i2,argmin,value\r\n0,0,1,2\r\n0,1,0,1\r\n1,0,0,3\r\n1,1,1,4\r\n");
    expect(exported({ ...source, indices: intp([6], []), reduction: reduction(null) }).text).toBe(
      "argmin,i0,i1,i2,value\r\n6,1,1,0,6\r\n",
    );
  });

  test("a view is read through its strides", () => {
    const view = new NdArray("float64", [3, 2], [1, 3], 0, small.data);
    expect(exported({ ...bare, array: view, indices: intp([0, 2]), reduction: reduction(0) }).text).toBe(
      "column,argmin,value\r\n0,0,8\r\n1,2,7.5\r\n",
    );
  });

  test("no lane: the header alone", () => {
    const none = { ...bare, array: array("float64", [0, 3], new Float64Array(0)), indices: intp([]), reduction: reduction(1) };
    expect(exported(none)).toMatchObject({ text: "row,argmin,value\r\n", rows: 0 });
  });
});

describe("text cells", () => {
  const texts = (names: string[]) => ({ ...bare, columns: names });

  test.each(["=1+1", "+cmd", "-", "-x", "@sum", "\tx", "\rx", "\0x"])("%j gets a leading apostrophe", (name) => {
    const { text, guarded } = exported(texts([name, "b", "c"]));
    expect(text).toContain(`'${name}`);
    expect(guarded).toBe(1);
  });

  test.each(["-5", "+1.5e3", "-.5", "a=1", "", "'x", "5"])("%j is left alone", (name) => {
    const { text, guarded } = exported(texts([name, "b", "c"]));
    expect(text.split("\r\n")[1]).toBe(`0,${name},0,8`);
    expect(guarded).toBe(0);
  });

  test("nothing is guarded unless asked", () => {
    const { text, guarded } = exported(texts(["=1+1", "b", "c"]), false);
    expect(text.split("\r\n")[1]).toBe("0,=1+1,0,8");
    expect(guarded).toBe(0);
  });

  test("a negative number is never text, a text value is", () => {
    const numbers = array("float64", [1], new Float64Array([Number.NEGATIVE_INFINITY]));
    expect(exported({ ...bare, array: numbers, indices: intp([0], []) })).toMatchObject({
      guarded: 0,
      text: "argmin,value\r\n0,-inf\r\n",
    });
    const words = array("str2", [1], Uint32Array.from([61, 49]));
    expect(exported({ ...bare, array: words, indices: intp([0], []) })).toMatchObject({
      guarded: 1,
      text: "argmin,value\r\n0,'=1\r\n",
    });
  });

  test.each([
    ['say "x"', '"say ""x"""'],
    ["a,b", '"a,b"'],
    ["two\nlines", '"two\nlines"'],
    ["=a,b", `"'=a,b"`],
    ["ü🙂", "ü🙂"],
  ])("%j is written %s", (name, field) => {
    expect(exported(texts([name, "b", "c"])).text).toContain(`0,${field},0,8\r\n`);
  });
});

describe("blocks", () => {
  test("are about 256 KiB, and the counts are theirs", () => {
    const lanes = 100_000;
    const wide = array(
      "float64",
      [1, lanes],
      Float64Array.from({ length: lanes }, (_, k) => k / 7),
    );
    const result = exported({ ...bare, array: wide, indices: intp(new Array(lanes).fill(0)) });
    expect(result.rows).toBe(lanes);
    expect(result.lengths.length).toBeGreaterThan(4);
    for (const length of result.lengths) expect(length).toBeLessThan(257 * 1024);
    const lines = result.text.split("\r\n");
    expect(lines).toHaveLength(lanes + 2);
    expect(Number(lines[lanes]?.split(",")[2])).toBe((lanes - 1) / 7);
  });
});
