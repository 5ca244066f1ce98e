import { describe, expect, it } from "vitest";
import { openData } from "../../../src/formats/open/open-data.ts";
import { fixture } from "../open/fixture.ts";
import { asArray, asChoice, asTable, columnsOf, fileOf } from "../open/source.ts";
import { deflated } from "./zip-of.ts";

const open = (files: Parameters<typeof deflated>[0], options = {}) => openData(fileOf(deflated(files), "data.zip"), options);

describe("a ZIP archive", () => {
  it("with one file is that file; folders and what systems add do not count", async () => {
    const data = asTable(await open({ "in/": "", "in/t.csv": "a,b\n1,2\n", "__MACOSX/in/._t.csv": "x", "in/.DS_Store": "x" }));
    expect(columnsOf(data)).toEqual({ a: [1], b: [2] });
    data.release();
  });

  it("with several is a choice of files, one of which is opened by its name", async () => {
    const files = { "a.csv": "a\n1\n", "b.json": "[1, 2]" };
    expect(asChoice(await open(files))).toEqual({
      kind: "choice",
      format: "zip",
      of: "entry",
      choices: [{ name: "a.csv" }, { name: "b.json" }],
    });
    for (const options of [{ entry: "b.json" }, { array: "b.json" }]) {
      const data = asArray(await open(files, options));
      expect(data.array.toNested()).toEqual([1n, 2n]);
      data.release();
    }
    await expect(open(files, { entry: "c.csv" })).rejects.toMatchObject({
      tag: "Index",
      message: 'data.zip holds no file named "c.csv".',
    });
  });

  it("of .npy files alone is an .npz file", async () => {
    const npy = fixture("float64.npy");
    const { of, choices } = asChoice(await open({ "x.npy": npy, "y.npy": npy }));
    expect(of).toBe("array");
    expect(choices).toEqual([
      { name: "x", dtype: "float64", shape: [2, 2] },
      { name: "y", dtype: "float64", shape: [2, 2] },
    ]);
  });

  it("with other archives in it is opened as well", async () => {
    const data = asArray(await open({ "inner.npz": fixture("one.npz"), "read.me": "n" }, { entry: "inner.npz" }));
    expect(data.array.shape).toEqual([2, 3]);
    data.release();
    const chosen = { entry: "three.npz", array: "ints" };
    const inner = asArray(await open({ "three.npz": fixture("three.npz"), "read.me": "n" }, chosen));
    expect(inner.array.toNested()).toEqual([0n, 1n, 2n]);
    inner.release();
  });

  it("without a file, or of another program, is refused with what to do", async () => {
    await expect(open({})).rejects.toMatchObject({ tag: "Format", message: expect.stringContaining("data.zip") });
    await expect(open({ "word/document.xml": "x" })).rejects.toMatchObject({
      tag: "Format",
      message: "data.zip is a Word document. Choose a file with rows of data.",
    });
    await expect(open({ "META-INF/manifest.xml": "x", mimetype: "x" })).rejects.toMatchObject({
      message: "data.zip is an OpenDocument file. Save it as .xlsx or CSV.",
    });
  });

  it("names the file in it that cannot be read", async () => {
    await expect(open({ "a.json": "[1, 2" })).rejects.toMatchObject({
      tag: "Format",
      message: expect.stringMatching(/^a\.json in data\.zip is not valid JSON: .*\(line 1, column 6\)\.$/),
    });
  });
});
