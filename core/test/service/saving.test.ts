import { fromNested, writeNpy } from "@argscope/core";
import type { CellChanges, SaveForm } from "@argscope/core/contract/editing.ts";
import type { Source } from "@argscope/core/contract/worker.ts";
import { describe, expect, test } from "vitest";
import { caller, control, fileOf, receiver, typed, value } from "./caller.ts";

/** An open file, and what a person does with it. */
async function opened(source: Source) {
  const call = caller();
  const { handle, array } = value(await call("open", { source, key: 1, control: control() }));
  const place = (row: number, column: number): number => {
    return array.offset + row * (array.strides[0] ?? 0) + column * (array.strides[1] ?? 0);
  };
  const save = async (form: SaveForm, takesOver = false): Promise<Buffer> => {
    const { port, written, end } = receiver();
    value(await call("save", { handle, form, takesOver, port, control: control() }));
    expect(end()).toBe("commit");
    return written();
  };
  return {
    call,
    handle,
    place,
    edit: async (changes: readonly CellChanges[]) =>
      value(await call("edit", { handle, changes, ticket: 1, control: control() })),
    undo: async () => value(await call("undo", { handle, ticket: 2, control: control() })),
    cell: (row: number, column: number, text: string): CellChanges => {
      return { label: null, places: [place(row, column)], texts: [text] };
    },
    save,
    /** Ctrl+S: the file is written over and read from there. */
    saveOver: async (name: string): Promise<string> => {
      const bytes = await save({ kind: "own" }, true);
      value(await call("resume", { handle, source: fileOf(name, bytes), control: control() }));
      return bytes.toString("latin1");
    },
    texts: async (rows: readonly number[], columnCount: number) => {
      return value(await call("rows", { handle, rows, firstColumn: 0, columnCount, control: control() }));
    },
  };
}

const own: SaveForm = { kind: "own" };
const CSV = "# made by hand\ncity;jan;jul\nOslo;-4,0;18,50\nCairo;14;28\nQuito;;15\n";

describe("saving a table over its file", () => {
  test("without an edit writes the same bytes", async () => {
    const { save } = await opened(fileOf("cities.csv", CSV));
    expect((await save(own)).toString()).toBe(CSV);
  });

  test("writes the edited numbers and labels, in the file's own way", async () => {
    const { edit, cell, save } = await opened(fileOf("cities.csv", CSV));
    await edit([cell(0, 1, "19,25"), cell(2, 0, "1000,5"), { label: 0, places: [1], texts: ["Alexandria; west"] }]);
    const wanted = CSV.replace("18,50", "19,25").replace("Quito;", "Quito;1000,5").replace("Cairo", '"Alexandria; west"');
    expect((await save(own)).toString()).toBe(wanted);
  });

  test("again and again: each time only what changed since, and undo brings the first text back", async () => {
    const { edit, undo, cell, saveOver, texts } = await opened(fileOf("cities.csv", CSV));
    await edit([cell(0, 1, "7")]);
    expect(await saveOver("cities.csv")).toBe(CSV.replace("18,50", "7"));
    await edit([cell(1, 0, "123456")]);
    expect(await saveOver("cities.csv")).toBe(CSV.replace("18,50", "7").replace("14", "123456"));
    expect(await texts([0, 1], 2)).toEqual([
      ["-4,0", "7"],
      ["123456", "28"],
    ]);
    await undo();
    expect(await saveOver("cities.csv")).toBe(CSV.replace("18,50", "7"));
    await undo();
    expect(await saveOver("cities.csv")).toBe(CSV);
    expect(await saveOver("cities.csv")).toBe(CSV);
  });

  test("in another encoding finds its rows again after it was saved", async () => {
    const latin = (text: string): Buffer => Buffer.from(text, "latin1");
    const rows = Array.from({ length: 700 }, (_, row) => `M\xfcnchen ${row};${row},5`);
    const csv = `Stadt;gr\xf6\xdfe\n${rows.join("\n")}\n`;
    const { edit, cell, saveOver, texts } = await opened(fileOf("staedte.csv", latin(csv)));
    await edit([cell(10, 0, "1234567,25"), { label: 0, places: [300], texts: ["K\xf6ln"] }]);
    const once = csv.replace("10;10,5", "10;1234567,25").replace("M\xfcnchen 300", "K\xf6ln");
    expect(await saveOver("staedte.csv")).toBe(once);
    expect(await texts([699], 1)).toEqual([["699,5"]]);
    await edit([cell(699, 0, "1")]);
    expect(await saveOver("staedte.csv")).toBe(once.replace("699;699,5", "699;1"));
  });

  test("that fails leaves the edits as they were", async () => {
    const { call, handle, edit, cell, save } = await opened(fileOf("cities.csv", CSV));
    await edit([cell(0, 1, "7")]);
    const { port } = receiver(1);
    const result = await call("save", { handle, form: own, takesOver: true, port, control: control() });
    expect(result).toMatchObject({ ok: false, fault: { message: "The disk is full." } });
    value(await call("resume", { handle, source: fileOf("cities.csv", CSV), control: control() }));
    expect((await save(own)).toString()).toBe(CSV.replace("18,50", "7"));
  });
});

describe("saving in another form", () => {
  test("clean is RFC 4180 with the file's own text and the edits", async () => {
    const { edit, cell, save } = await opened(fileOf("cities.csv", "city;jan;jul\nOslo;-4.0;1e1\nR,o;+14;028\nQuito;NA;15\n"));
    await edit([cell(0, 1, "19.250")]);
    const bytes = await save({ kind: "clean" });
    expect(bytes.toString()).toBe('city,jan,jul\r\nOslo,-4.0,19.250\r\n"R,o",+14,028\r\nQuito,NA,15\r\n');
  });

  test("clean has decimal points where the file has commas: other programs take those for text", async () => {
    const file = "city;jan;jul\nOslo;-4,0;1.018,50\nCairo;14;2.028,25\nRom, alt;NA;15\n";
    const { edit, cell, save } = await opened(fileOf("cities.csv", file));
    await edit([cell(1, 1, "19,250")]);
    const bytes = await save({ kind: "clean" });
    expect(bytes.toString()).toBe('city,jan,jul\r\nOslo,-4.0,1018.50\r\nCairo,14,19.250\r\n"Rom, alt",NA,15\r\n');
  });

  test("for a country has its delimiter, its decimal mark and a byte order mark", async () => {
    const { save } = await opened(fileOf("cities.csv", "city,jan\nOslo,-4.5\nR;o,1e3\nx,NA\n"));
    const bytes = await save({ kind: "country", delimiter: ";", point: "," });
    expect(bytes.toString()).toBe('\ufeffcity;jan\r\nOslo;-4,5\r\n"R;o";1e3\r\nx;NA\r\n');
  });

  test("does not make the file one that was saved", async () => {
    const { edit, cell, save } = await opened(fileOf("cities.csv", CSV));
    await edit([cell(0, 1, "7")]);
    await save({ kind: "clean" });
    expect((await save(own)).toString()).toBe(CSV.replace("18,50", "7"));
  });
});

describe("saving an array", () => {
  const npy = writeNpy(
    fromNested([
      [1.5, 2.5],
      [3.5, 4.5],
    ]),
  );

  test("writes the bytes that numpy.save writes for it", async () => {
    const { edit, cell, save } = await opened(fileOf("a.npy", npy));
    expect((await save(own)).equals(npy)).toBe(true);
    await edit([cell(1, 0, "-7.25")]);
    const wanted = writeNpy(
      fromNested([
        [1.5, 2.5],
        [-7.25, 4.5],
      ]),
    );
    expect((await save(own)).equals(wanted)).toBe(true);
  });

  test("as CSV is refused: it is no table", async () => {
    const { call, handle } = await opened(fileOf("a.npy", npy));
    const { port, end } = receiver();
    const result = await call("save", { handle, form: { kind: "clean" }, takesOver: false, port, control: control() });
    expect(result).toMatchObject({ ok: false, fault: { tag: "Unsupported" } });
    await new Promise((after) => setTimeout(after, 20));
    expect(end()).toBe("abort");
  });
});

describe("the forms that a file can be saved in", () => {
  test.each([
    ["cities.csv", CSV, "csv", null],
    ["a.npy", writeNpy(fromNested([1.5])), "npy", null],
    ["a.json", "[[1, 2], [3, 4]]", null, /reads json and does not write it/u],
  ] as const)("of %s", async (name, bytes, kind, why) => {
    const { call, handle } = await opened(fileOf(name, bytes));
    const forms = value(await call("forms", { handle }));
    expect(forms.own).toBe(kind);
    if (why === null) expect(forms.why).toBeNull();
    else expect(forms.why).toMatch(why);
  });

  test("of something typed is none yet", async () => {
    const { call, handle } = await opened(typed("np.arange(6).reshape(2, 3)"));
    expect(value(await call("forms", { handle }))).toMatchObject({ own: null, why: "It was typed, and has no file yet." });
  });
});
