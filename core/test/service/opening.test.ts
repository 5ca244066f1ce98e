import { gzipSync } from "node:zlib";
import { fromNested, writeNpy, writeNpz } from "@argscope/core";
import type { Opened, Source } from "@argscope/core/contract/worker.ts";
import { crc32 } from "@argscope/core/formats/npz/crc32.ts";
import { zipBlocks } from "@argscope/core/formats/npz/zip-write.ts";
import { describe, expect, test } from "vitest";
import { caller, control, fileOf, portOf, value } from "./caller.ts";

const cities = "city,id,jan,jul\nOslo,007,-4.0,18.50\nCairo,010,14.00,28\nQuito,003,,15.25\n";

/** A long table whose first column is the row's number with zeros in front. */
function longTable(rows: number, ending = "\n"): string {
  const lines = Array.from({ length: rows }, (_, row) => `${String(row).padStart(7, "0")},${(row % 97) / 4}0,"r ${row}"`);
  return ["id,value,name", ...lines, ""].join(ending);
}

function numbers({ array }: Opened): number[] {
  return [...new Float64Array(array.buffer, array.byteOffset, array.length)];
}

describe("a file that holds several things", () => {
  const npz = writeNpz(
    new Map([
      ["x", fromNested([1, 2])],
      ["y", fromNested([[3, 4, 5]])],
    ]),
  );

  test("opens its first, and says what there is beside it", async () => {
    const opened = value(await caller()("open", { source: fileOf("two.npz", await npz), control: control() }));
    expect(opened.array.shape).toEqual([2]);
    expect(opened.origin.picks).toMatchObject([
      {
        of: "array",
        chosen: "x",
        choices: [
          { name: "x", dtype: "int64", shape: [2] },
          { name: "y", dtype: "int64", shape: [1, 3] },
        ],
      },
    ]);
  });

  test("opens another from the same source, and still says what there is", async () => {
    const call = caller();
    const first = value(await call("open", { source: fileOf("two.npz", await npz), key: 1, control: control() }));
    const kept: Source = { kind: "kept", name: "two.npz" };
    const { picks } = first.origin;
    const second = value(await call("open", { source: kept, key: 1, options: { array: "y" }, picks, control: control() }));
    expect(second.array.shape).toEqual([1, 3]);
    expect(second.origin.picks).toMatchObject([{ chosen: "y", choices: [{ name: "x" }, { name: "y" }] }]);
    const alone = value(await call("open", { source: kept, key: 1, options: { array: "y" }, control: control() }));
    expect(alone.origin.picks).toMatchObject([{ chosen: "y", choices: [{ name: "x" }, { name: "y" }] }]);
  });

  test("passes over what cannot be opened, and says why", async () => {
    const json = '{"note": "no numbers", "names": ["a", "b"], "grid": [[1, 2], [3, 4]], "more": [5, 6]}';
    const opened = value(await caller()("open", { source: fileOf("mixed.json", Buffer.from(json)), control: control() }));
    expect(opened.array.shape).toEqual([2, 2]);
    expect(opened.origin.picks[0]).toMatchObject({ of: "array", chosen: "grid" });
  });

  test("passes over a file in an archive that is no table; of an archive in it, its own choice is named too", async () => {
    const inner = await npz;
    const words = new TextEncoder().encode("Words and no table.\nMore words.\n");
    const parts = [["README.txt", words] as const, ["two.npz", inner] as const].map(([name, bytes]) => {
      const content = bytes.slice();
      return { name, size: content.length, crc: crc32(content), blocks: () => [content] };
    });
    const source = fileOf("all.zip", Buffer.concat([...zipBlocks(parts)]));
    const opened = value(await caller()("open", { source, control: control() }));
    expect(opened.origin.picks).toMatchObject([
      {
        of: "entry",
        chosen: "two.npz",
        choices: [{ name: "README.txt", problem: expect.stringContaining("no column of numbers") }, { name: "two.npz" }],
      },
      { of: "array", chosen: "x", choices: [{ name: "x" }, { name: "y" }] },
    ]);
    expect(opened.receipt[1]).toMatch(/^"README\.txt" was passed over: /u);
  });

  test("refuses a name that it does not hold", async () => {
    const source = fileOf("two.npz", await npz);
    const result = await caller()("open", { source, options: { array: "z" }, control: control() });
    expect(result).toMatchObject({ ok: false, fault: { tag: "Index" } });
  });
});

describe("a source that is kept", () => {
  test("is read again through the same port, and closed with the last that was read from it", async () => {
    const call = caller();
    const { source, isClosed } = portOf("cities.csv", Buffer.from(cities));
    const first = value(await call("open", { source, key: 1, control: control() }));
    const kept: Source = { kind: "kept", name: "cities.csv" };
    const second = value(await call("open", { source: kept, key: 1, options: { header: 2 }, control: control() }));
    expect(second.array.shape[0]).toBe(2);
    value(await call("free", { handle: first.handle }));
    value(await call("open", { source: fileOf("other.csv", Buffer.from(cities)), key: 2, control: control() }));
    expect(isClosed()).toBe(false);
    value(await call("free", { handle: second.handle }));
    await expect.poll(isClosed).toBe(true);
  });

  test("can be asked about after it could not be opened, until something else is tried", async () => {
    const call = caller();
    const { source, isClosed } = portOf("words.csv", Buffer.from("colour;size\nred;1,5\ngreen;2,5\n"));
    const refused = await call("open", { source, key: 1, options: { delimiter: "|" }, control: control() });
    expect(refused).toMatchObject({ ok: false, fault: { tag: "Value" } });
    const kept: Source = { kind: "kept", name: "words.csv" };
    const preview = value(await call("preview", { source: kept, key: 1, control: control() }));
    expect(preview?.columns.map(({ name }) => name)).toEqual(["colour", "size"]);
    value(await call("open", { source: fileOf("other.csv", Buffer.from(cities)), key: 2, control: control() }));
    await expect.poll(isClosed).toBe(true);
    expect(await call("preview", { source: kept, key: 1, control: control() })).toMatchObject({
      ok: false,
      fault: { tag: "Access", message: "words.csv is not held any more. Open it again." },
    });
  });

  test("is given up when its opening is cancelled", async () => {
    const { source, isClosed } = portOf("cities.csv", Buffer.from(cities));
    const cancelled = control();
    cancelled[1] = 1;
    expect(await caller()("open", { source, key: 1, control: cancelled })).toMatchObject({ fault: { tag: "Cancelled" } });
    await expect.poll(isClosed).toBe(true);
  });
});

describe("what was chosen for a file before", () => {
  const options = { header: "none" } as const;

  test("is used for the same file, and said", async () => {
    const call = caller();
    const source = fileOf("cities.csv", Buffer.from("1,2\n3,4\n"));
    const { fingerprint } = value(await call("open", { source, control: control() })).origin;
    const remembered = [{ fingerprint: fingerprint ?? "", options }];
    const again = value(await call("open", { source, remembered, control: control() }));
    expect(again.origin).toMatchObject({ isRemembered: true, options, fingerprint });
  });

  test("is not used for a file with another name, size or start", async () => {
    const call = caller();
    const text = "a,b\n1,2\n3,4\n";
    const source = fileOf("t.csv", Buffer.from(text));
    const { fingerprint } = value(await call("open", { source, control: control() })).origin;
    const remembered = [{ fingerprint: fingerprint ?? "", options }];
    for (const [name, other] of [
      ["u.csv", text],
      ["t.csv", `${text}5,6\n`],
      ["t.csv", text.replace("1", "9")],
    ] as const) {
      const opened = value(await call("open", { source: fileOf(name, Buffer.from(other)), remembered, control: control() }));
      expect(opened.origin.isRemembered, name).toBe(false);
    }
  });

  test("gives way to what is chosen now", async () => {
    const call = caller();
    const source = fileOf("t.csv", Buffer.from("1,2\n3,4\n"));
    const { fingerprint } = value(await call("open", { source, control: control() })).origin;
    const remembered = [{ fingerprint: fingerprint ?? "", options }];
    const opened = value(await call("open", { source, remembered, options: { header: 1 }, control: control() }));
    expect(opened.origin).toMatchObject({ isRemembered: false, options: { header: 1 } });
    expect(opened.array.shape).toEqual([1, 2]);
  });
});

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
    const slice = (start: number, end: number) => ({
      arrayBuffer: async () => new Uint8Array(bytes.subarray(start, end)).buffer,
    });
    const file = { size: bytes.length, slice };
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

describe("a preview", () => {
  const semicolons = Buffer.from("Ort;Wert\nKöln;1,5\nBonn;2,25\n");

  test("says what each column would be, what was decided and why, and shows the first rows as written", async () => {
    const preview = value(await caller()("preview", { source: fileOf("o.csv", semicolons), key: 1, control: control() }));
    expect(preview).toMatchObject({
      format: "csv",
      isWhole: true,
      columns: [
        { name: "Ort", dtype: "text", isNumber: false },
        { name: "Wert", dtype: "float64", isNumber: true },
      ],
      rows: [
        ["Köln", "1,5"],
        ["Bonn", "2,25"],
      ],
      decisions: { delimiter: { value: ";" }, encoding: { value: "utf-8" }, header: { value: 1 }, decimal: { value: "," } },
    });
    for (const { reason } of Object.values(preview?.decisions ?? {})) expect(reason).toMatch(/\S/u);
  });

  test("follows what is chosen", async () => {
    const call = caller();
    value(await call("preview", { source: fileOf("o.csv", semicolons), key: 1, control: control() }));
    const kept: Source = { kind: "kept", name: "o.csv" };
    const options = { delimiter: ",", header: "none" } as const;
    const preview = value(await call("preview", { source: kept, key: 1, options, control: control() }));
    expect(preview?.rows[1]).toEqual(["Köln;1", "5"]);
    expect(preview?.decisions.header).toMatchObject({ value: 0, reason: "it was chosen" });
  });

  test("shows the columns too that are left out, and all rows: they can be chosen again", async () => {
    const source = fileOf("c.csv", Buffer.from(cities));
    const options = { exclude: ["id"], rows: { start: 1, stop: 2 } };
    const preview = value(await caller()("preview", { source, key: 1, options, control: control() }));
    expect(preview?.columns.map(({ name }) => name)).toEqual(["city", "id", "jan", "jul"]);
    expect(preview?.rows).toHaveLength(3);
  });

  test("refuses a column that the file does not have, and names the nearest", async () => {
    const source = fileOf("c.csv", Buffer.from(cities));
    const result = await caller()("preview", { source, key: 1, options: { columns: ["jann"] }, control: control() });
    expect(result).toMatchObject({ ok: false, fault: { tag: "Value", message: expect.stringMatching(/"jann".*jan/u) } });
  });

  test("of a long file reads its start alone", async () => {
    const bytes = Buffer.from(longTable(300_000));
    const { source, furthest } = portOf("long.csv", bytes);
    const preview = value(await caller()("preview", { source, key: 1, control: control() }));
    expect(preview).toMatchObject({ isWhole: false, rows: { length: 40 } });
    expect(furthest()).toBeLessThan(bytes.length / 4);
  });

  test("of an array file is none", async () => {
    const bytes = writeNpy(fromNested([1, 2]));
    expect(value(await caller()("preview", { source: fileOf("a.npy", bytes), key: 1, control: control() }))).toBeNull();
  });

  test("refuses what is chosen and makes no sense", async () => {
    const result = await caller()("preview", {
      source: fileOf("o.csv", semicolons),
      key: 1,
      options: { encoding: "klingon" },
      control: control(),
    });
    expect(result).toMatchObject({ ok: false, fault: { tag: "Value", message: expect.stringContaining("klingon") } });
  });
});
