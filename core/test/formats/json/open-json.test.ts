import { describe, expect, it, vi } from "vitest";
import { openData } from "../../../src/formats/open/open-data.ts";
import { seeded } from "../csv/seeded.ts";
import { asArray, asChoice, asTable, columnsOf, fileOf } from "../open/source.ts";

const open = (text: string, options = {}) => openData(fileOf(text, "data.json"), options);

async function arrayOf(text: string, options = {}) {
  const data = asArray(await open(text, options));
  const result = { dtype: data.array.dtype, nested: data.array.toNested(), sentences: data.sentences };
  data.release();
  return result;
}

async function tableOf(text: string, options = {}) {
  const data = asTable(await open(text, options));
  const result = { columns: columnsOf(data), sentences: data.sentences };
  data.release();
  return result;
}

describe("nested arrays", () => {
  it("are an array with the dtype that NumPy would choose", async () => {
    expect(await arrayOf("[[8, 92, 93], [94, 9, 7]]")).toMatchObject({
      dtype: "int64",
      nested: [
        [8n, 92n, 93n],
        [94n, 9n, 7n],
      ],
    });
    expect(await arrayOf("[1, 2.0]")).toMatchObject({ dtype: "float64", nested: [1, 2] });
    expect(await arrayOf("[1e3]")).toMatchObject({ dtype: "float64", nested: [1000] });
    expect(await arrayOf("[true, false]")).toMatchObject({ dtype: "bool", nested: [true, false] });
    expect(await arrayOf("[true, 2]")).toMatchObject({ dtype: "int64", nested: [1n, 2n] });
    expect(await arrayOf("[]")).toMatchObject({ dtype: "float64", nested: [] });
    expect(await arrayOf("[[], []]")).toMatchObject({ dtype: "float64", nested: [[], []] });
    expect(await arrayOf("[[[1], [2]], [[3], [4]]]")).toMatchObject({
      nested: [
        [[1n], [2n]],
        [[3n], [4n]],
      ],
    });
  });

  it("keep every digit of an integer of 64 bits", async () => {
    const integers = "[9007199254740993, -9223372036854775808, 9223372036854775807, 5]";
    expect(await arrayOf(integers)).toMatchObject({
      dtype: "int64",
      nested: [9007199254740993n, -9223372036854775808n, 9223372036854775807n, 5n],
      sentences: [],
    });
    expect(await arrayOf("[9223372036854775808, 18446744073709551615]")).toMatchObject({
      dtype: "uint64",
      nested: [9223372036854775808n, 18446744073709551615n],
    });
  });

  it("say where an integer has no exact place", async () => {
    const mixed = await arrayOf("[9007199254740993, 0.5]");
    expect(mixed).toMatchObject({ dtype: "float64", nested: [9007199254740992, 0.5] });
    expect(mixed.sentences).toEqual(["1 whole number beyond 2^53 became the nearest float64."]);
    expect((await arrayOf("[18446744073709551616, 1]")).dtype).toBe("float64");
    expect((await arrayOf("[9007199254740992, 0.5]")).sentences).toEqual([]);
  });

  it("say where a number is too large for float64", async () => {
    const { nested, sentences, dtype } = await arrayOf(`[1e400, -1${"0".repeat(400)}, 2, Infinity]`);
    expect(dtype).toBe("float64");
    expect(nested).toEqual([Infinity, -Infinity, 2, Infinity]);
    expect(sentences).toEqual(["2 numbers too large for float64 became inf or -inf."]);
    expect((await tableOf('[{"n": 1}, {"n": 1e400}, {"n": Infinity}]')).sentences).toContain(
      "1 number too large for float64 became inf or -inf, the first in record 2.",
    );
    expect((await tableOf('[[1, "a"], [1e400, "b"]]')).columns).toEqual({ col_0: [1, Infinity], col_1: ["a", "b"] });
    expect((await tableOf('{"n": [1e400, "x"], "m": [1, 2]}')).columns).toEqual({ n: ["1e400", "x"], m: [1, 2] });
  });

  it("with null among true and false are text, column by column as record by record", async () => {
    const byColumn = await tableOf('{"ok": [true, null, false], "n": [1, 2, 3]}');
    const byRecord = await tableOf('[{"ok": true, "n": 1}, {"ok": null, "n": 2}, {"ok": false, "n": 3}]');
    expect(byColumn.columns).toEqual({ ok: ["true", "", "false"], n: [1, 2, 3] });
    expect(byRecord).toEqual(byColumn);
    expect(byRecord.sentences).toContain(
      'Column "ok" stays text: it would be true and false, but a cell is missing in record 2.',
    );
  });

  it("take null, and Python's NaN and Infinity, as floats", async () => {
    const { nested, sentences } = await arrayOf("[1, null, NaN, Infinity, -Infinity, -0.0]");
    expect(nested).toEqual([1, NaN, NaN, Infinity, -Infinity, -0]);
    expect(sentences).toEqual(["2 missing elements (null or NaN) became NaN."]);
  });

  it("are refused in NumPy's words where they are ragged", async () => {
    await expect(open("[[1, 2], [3]]")).rejects.toMatchObject({
      name: "ValueError",
      message:
        "data.json: setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part.",
    });
  });

  it("may be what only Python writes", async () => {
    expect(await arrayOf("[[1, 2], [3, 4],]")).toMatchObject({
      dtype: "int64",
      nested: [
        [1n, 2n],
        [3n, 4n],
      ],
    });
    expect(await arrayOf("np.array([1., nan])")).toMatchObject({ dtype: "float64", nested: [1, NaN] });
    expect(await arrayOf("array([1, 2], dtype=int8)")).toMatchObject({ dtype: "int8", nested: [1, 2] });
    expect(await arrayOf("[True, False]")).toMatchObject({ dtype: "bool" });
  });
});

describe("records", () => {
  it("are a table: columns in first-seen order, NaN where a record has no such property", async () => {
    const { columns, sentences } = await tableOf('[{"b": 1, "a": "x"}, {"a": "y", "c": 2.5}, {"b": null, "a": ""}]');
    expect(columns).toEqual({ b: [1, NaN, NaN], a: ["x", "y", ""], c: [NaN, 2.5, NaN] });
    expect(Object.keys(columns)).toEqual(["b", "a", "c"]);
    expect(sentences).toEqual([
      "3 rows, 2 columns of numbers and 1 column of text.",
      "4 missing cells became NaN, the first in record 2.",
      'Column "b" is float64, not int64, because cells are missing.',
    ]);
  });

  it("keep text that looks like a number as text, unless numbers stand in the same column", async () => {
    const { columns, sentences } = await tableOf('[{"id": "007", "n": 1}, {"id": "008", "n": "2.5"}, {"id": "1", "n": "NA"}]');
    expect(columns).toEqual({ id: ["007", "008", "1"], n: [1, 2.5, NaN] });
    expect(sentences).toContain("1 number stored as text became a number, the first in record 2.");
  });

  it("say which cell made a column of numbers text", async () => {
    const { columns, sentences } = await tableOf('[{"n": 1}, {"n": "many"}]');
    expect(columns).toEqual({ n: ["1", "many"] });
    expect(sentences).toContain('Column "n" is text, because record 2 has "many".');
  });

  it("take any name for a property, and the last of two that are alike", async () => {
    const data = asTable(await open('[{"__proto__": 1, "constructor": 2, "a": 3, "a": 4}]'));
    expect(data.table.columns.map(({ name }) => name)).toEqual(["__proto__", "constructor", "a"]);
    expect(data.table.block().toNested()).toEqual([[1n, 2n, 4n]]);
    data.release();
  });

  it("show lists and objects in a cell as they are written", async () => {
    const { columns } = await tableOf('[{"n": 1, "tags": ["a", "b"], "at": {"x": 1}}]');
    expect(columns).toEqual({ n: [1], tags: ['["a", "b"]'], at: ['{"x": 1}'] });
  });

  it("decode escapes and any script", async () => {
    const { columns } = await tableOf('[{"k\\u0065y": "a\\"b\\\\\\n\\ud83d\\ude00", "π": 3}]');
    expect(columns).toEqual({ key: ['a"b\\\n😀'], π: [3] });
  });

  it("come one a line as well", async () => {
    expect((await tableOf('{"a": 1, "b": "x"}\n{"a": 2, "b": "y"}\r\n')).columns).toEqual({ a: [1, 2], b: ["x", "y"] });
    expect((await tableOf('{"a": 1}')).columns).toEqual({ a: [1] });
    expect(await arrayOf("[1, 2]\n[3, 4]\n")).toMatchObject({
      nested: [
        [1n, 2n],
        [3n, 4n],
      ],
    });
  });

  it("are refused where nearly every one has names of its own", async () => {
    const records = Array.from({ length: 20_000 }, (_, k) => `{"name${k}": ${k}}`);
    await expect(open(`[${records.join(",")}]`)).rejects.toMatchObject({
      tag: "Unsupported",
      message: expect.stringContaining("data.json"),
    });
  });

  it("have exact whole numbers, of 64 bits with or without a sign", async () => {
    const { columns, sentences } = await tableOf('[{"id": 9007199254740993, "u": 18446744073709551615}]');
    expect(columns).toEqual({ id: [9007199254740993n], u: [18446744073709551615n] });
    expect(sentences[1]).toBe("2 whole numbers beyond 2^53 became the nearest float64, the first in record 1.");
    const alone = asTable(await open('[{"id": 9007199254740993}, {"id": -5}]'));
    expect(alone.table.block().toNested()).toEqual([[9007199254740993n], [-5n]]);
    expect(alone.table.receipt.rounded.count).toBe(0);
    alone.release();
  });

  it("have integers where they are written so", async () => {
    const data = asTable(await open('[{"a": 1, "b": 1.0, "c": true, "d": "2026-01-31"}]'));
    expect(data.table.columns.map(({ dtype }) => dtype)).toEqual(["int64", "float64", "bool", "datetime64[D]"]);
    data.release();
  });
});

describe("objects", () => {
  it("of lists of one length are columns", async () => {
    expect((await tableOf('{"city": ["Oslo", "Rome"], "t": [1.5, null]}')).columns).toEqual({
      city: ["Oslo", "Rome"],
      t: [1.5, NaN],
    });
  });

  it("are read as pandas writes them", async () => {
    expect((await tableOf('{"a": {"0": 1, "1": 2}, "b": {"0": "x", "1": "y"}}')).columns).toEqual({ a: [1, 2], b: ["x", "y"] });
    expect((await tableOf('{"Oslo": {"t": 1}, "Rome": {"t": 2}}')).columns).toEqual({ col_0: ["Oslo", "Rome"], t: [1, 2] });
    const split = '{"columns": ["t", "u"], "index": ["Oslo", "Rome"], "data": [[1, 2], [3, 4]]}';
    expect((await tableOf(split)).columns).toEqual({ index: ["Oslo", "Rome"], t: [1, 3], u: [2, 4] });
  });

  it("with one list among other things are that list", async () => {
    const { columns, sentences } = await tableOf('{"count": 2, "results": [{"n": 1}, {"n": 2}]}');
    expect(columns).toEqual({ n: [1, 2] });
    expect(sentences.at(-1)).toBe('This is the member "results"; count was passed over.');
  });

  it("with several are a choice of members", async () => {
    const text = '{"x": [1, 2, 3], "m": [[1.5], [2]], "r": [{"a": 1}], "note": "n"}';
    const { of, choices } = asChoice(await open(text));
    expect(of).toBe("array");
    expect(choices).toEqual([
      { name: "x", dtype: "int64", shape: [3] },
      { name: "m", dtype: "float64", shape: [2, 1] },
      { name: "r", shape: [1, 1] },
    ]);
    expect((await arrayOf(text, { array: "m" })).nested).toEqual([[1.5], [2]]);
    await expect(open(text, { array: "q" })).rejects.toMatchObject({
      tag: "Index",
      message: expect.stringContaining('no member "q"'),
    });
  });
});

describe("rows of cells", () => {
  it("have a header where the first row is text and the second is not", async () => {
    expect((await tableOf('[["city", "t"], ["Oslo", 1], ["Rome", 2]]')).columns).toEqual({ city: ["Oslo", "Rome"], t: [1, 2] });
    expect((await tableOf('[["Oslo", 1], ["Rome", 2, 3]]')).columns).toEqual({
      col_0: ["Oslo", "Rome"],
      col_1: [1, 2],
      col_2: [NaN, 3],
    });
  });
});

describe("what is no JSON", () => {
  it.each([
    ['{"a": 1, "b" 2}', 'Expected ":", found "2}" (line 1, column 14).'],
    ['[{"a": 1},\n {"a": x}]', 'Expected a value, found "x}]" (line 2, column 8).'],
    ['[{"a": 1}', 'The text ends where "," or "]" should come (line 1, column 10).'],
    ['["abc', "The text ends inside a string (line 1, column 2)."],
    ['{"a": "\\x"}', "A string holds a backslash that means nothing (line 1, column 7)."],
    [`${"[".repeat(150)}1`, "Lists and objects are nested more than 100 deep (line 1, column 102)."],
  ])("is refused with line and column: %s", async (text, message) => {
    await expect(open(text)).rejects.toMatchObject({ tag: "Format", message: `data.json is not valid JSON: ${message}` });
  });

  it("has its columns counted in characters", async () => {
    await expect(open('[{"é😀": 1 2}]')).rejects.toMatchObject({ place: { line: 1, column: 12 } });
  });

  it("is refused where it means neither an array nor a table", async () => {
    await expect(open("{}")).rejects.toMatchObject({
      tag: "Unsupported",
      message: expect.stringContaining("its object is empty"),
    });
    await expect(open('[[1, "a"], [[2]]]')).rejects.toMatchObject({ tag: "Unsupported" });
  });
});

describe("reading", () => {
  it("decodes UTF-16 and a byte order mark", async () => {
    const wide = Buffer.from('\ufeff[{"ort": "Köln", "n": 1}]', "utf16le");
    const data = asTable(await openData(fileOf(wide, "wide.json")));
    expect(columnsOf(data)).toEqual({ ort: ["Köln"], n: [1] });
    data.release();
    expect((await arrayOf("\ufeff[1]")).nested).toEqual([1n]);
  });

  it("agrees with JSON.parse on every number", async () => {
    const numbers = [
      "0",
      "-0",
      "1e-400",
      "5e-324",
      "2.2250738585072011e-308",
      "1.7976931348623157e308",
      "1e400",
      "0.1",
      "123456789.123456789e-5",
    ];
    expect((await arrayOf(`[${numbers.join(",")}]`)).nested).toEqual(numbers.map(Number));
  });

  it("agrees with Number on 20,000 numbers of every size and length", async () => {
    const random = seeded(20_261_122);
    const numbers = Array.from({ length: 20_000 }, (_, k) => {
      const value = (random() - 0.5) * 10 ** Math.floor(40 * random() - 20);
      return k % 3 === 0 ? value.toPrecision(1 + Math.floor(21 * random())) : String(value);
    });
    expect((await arrayOf(`[0.5, ${numbers.join(",\n ")}]`)).nested).toEqual([0.5, ...numbers.map(Number)]);
  });
});

it("tells its progress without ever going back", async () => {
  const text = Array.from({ length: 120_000 }, (_, row) => JSON.stringify({ id: row, name: `n${row}`, x: row / 3 })).join("\n");
  const control = new Int32Array(new SharedArrayBuffer(8));
  const seen: number[] = [];
  const store = vi.spyOn(Atomics, "store").mockImplementation((_words, index, value) => {
    if (index === 0) seen.push(Number(value));
    return value as never;
  });
  try {
    asTable(await open(text, { control })).release();
  } finally {
    store.mockRestore();
  }
  expect(seen.length).toBeGreaterThan(10);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBeGreaterThan(900);
});
