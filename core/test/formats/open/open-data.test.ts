import { describe, expect, it } from "vitest";
import { identify } from "../../../src/formats/open/identify.ts";
import { openData } from "../../../src/formats/open/open-data.ts";
import { fixture } from "./fixture.ts";
import { asArray, asChoice, asTable, columnsOf, fileOf } from "./source.ts";

describe("what a file is", () => {
  it.each([
    ["csv", "a,b\n1,2\n"],
    ["csv", "a\tb\n1\t2\n"],
    ["csv", "[time],value\n1,2\n"],
    ["csv", "[12/Nov/2026:10:00] GET /\n"],
    ["csv", '["a"],b\n1,2\n'],
    ["csv", "{curly},b\n1,2\n"],
    ["csv", ""],
    ["json", "[[8, 92, 93], [94, 9, 7]]"],
    ["json", '\n  [{"a": 1}]'],
    ["json", '{"a": [1]}\n{"a": [2]}\n'],
    ["json", "[True, None]"],
    ["json", "[[1, 2, x]]"],
    ["json", "\ufeff[1]"],
    ["literal", "array([[1., 2.]])"],
    ["literal", "np.array([1])"],
    ["npy", fixture("float64.npy")],
    ["npz", fixture("three.npz")],
    ["xlsx", fixture("single.xlsx")],
    ["parquet", fixture("plain.parquet")],
  ] as const)("is told by its content: %s", async (kind, content) => {
    expect(await identify(fileOf(content, "misleading.png"))).toBe(kind);
  });

  it("is JSON however long its first line is", async () => {
    expect(await identify(fileOf(`[${"1.25, ".repeat(100_000)}1]`))).toBe("json");
    expect(await identify(fileOf(Buffer.from('[{"a": 1}]', "utf16le")))).toBe("json");
  });

  it.each([
    ["a PNG image", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ["a PDF document", Array.from(Buffer.from("%PDF-1.7\n"))],
    ["an old Office document", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ["binary data", [1, 2, 3, 0, 0, 0]],
  ])("is refused where it is no data: %s", async (what, bytes) => {
    await expect(openData(fileOf(Uint8Array.from(bytes), "thing.csv"))).rejects.toMatchObject({
      tag: "Format",
      message: `thing.csv is not a table: it looks like ${what}. Choose a file with rows of data.`,
    });
  });

  it("may be said, where the content shall not decide", async () => {
    const data = asTable(await openData(fileOf("[1],[2]\n3,4\n", "x.csv"), { kind: "csv" }));
    expect(data.format).toBe("csv");
    data.release();
  });
});

describe("a CSV", () => {
  it("is a table whose text is the file's own", async () => {
    const source = fileOf("a;b\n1,5;x\n", "t.csv");
    const data = asTable(await openData(source, { delimiter: ";" }));
    expect(columnsOf(data)).toEqual({ a: [1.5], b: ["x"] });
    expect(data.text).toBe(source);
    expect(data.sentences[0]).toBe("1 row, 1 column of numbers and 1 column of text.");
    data.release();
  });

  it("that is empty is refused with its name", async () => {
    await expect(openData(fileOf("", "void.csv"))).rejects.toMatchObject({
      tag: "Format",
      message: expect.stringContaining("void.csv"),
    });
  });
});

describe("an .npy file", () => {
  it("is an array", async () => {
    const data = asArray(await openData(fileOf(fixture("float64.npy"), "a.npy")));
    expect(data.array.toNested()).toEqual([
      [1.5, Number.NaN],
      [-0, 4],
    ]);
    data.release();
  });

  it("that is damaged is refused with its name and the byte", async () => {
    await expect(openData(fileOf(fixture("float64.npy").subarray(0, 150), "a.npy"))).rejects.toMatchObject({
      tag: "Format",
      message: expect.stringMatching(/^a\.npy: .*byte 150/),
      place: { byte: 150 },
    });
  });
});

describe("an .npz file", () => {
  it("with one array is that array", async () => {
    const data = asArray(await openData(fileOf(fixture("one.npz"))));
    expect(data.array.toNested()).toEqual([
      [0n, 1n, 2n],
      [3n, 4n, 5n],
    ]);
    data.release();
  });

  it("with several is a choice of names, dtypes and shapes", async () => {
    const file = fileOf(fixture("three.npz"), "three.npz");
    expect(asChoice(await openData(file)).choices).toEqual([
      { name: "ints", dtype: "int64", shape: [3] },
      { name: "grid", dtype: "float32", shape: [2, 2] },
      { name: "text", dtype: "str2", shape: [2] },
    ]);
    const data = asArray(await openData(file, { array: "text" }));
    expect(data.array.toNested()).toEqual(["a", "bc"]);
    data.release();
    await expect(openData(file, { array: "none" })).rejects.toMatchObject({ tag: "Index" });
  });
});
