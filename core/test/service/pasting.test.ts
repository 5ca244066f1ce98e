import type { CellRange, SharedPlane } from "@argscope/core/contract/selecting.ts";
import type { Opened } from "@argscope/core/contract/worker.ts";
import { describe, expect, test } from "vitest";
import { caller, control, fileOf, receiver, typed, value } from "./caller.ts";

const CSV = "city,jan,jul,note\nOslo,1.5,2.5,x\nCairo,3.5,4.5,y\nQuito,5.5,6.5,z\n";

/** An open table or array, shown as it is, and what a person pastes into it. */
async function shown(source = fileOf("cities.csv", CSV), arranged: Partial<SharedPlane> = {}) {
  const call = caller();
  const opened: Opened = value(await call("open", { source, key: 1, control: control() }));
  const { handle, array, columns } = opened;
  const plane: SharedPlane = {
    handle,
    cells: array,
    rowOrder: null,
    columnOrder: null,
    names: columns,
    hasLabels: opened.labels.length > 0,
    ...arranged,
  };
  const asking = () => ({ ticket: 1, control: control() });
  const at = (top: number, left: number, bottom = top + 1, right = left + 1): CellRange[] => [{ top, left, bottom, right }];
  return {
    at,
    paste: (text: string, ranges: readonly CellRange[]) => call("paste", { plane, ranges, text, ...asking() }),
    clear: (ranges: readonly CellRange[]) => call("clear", { plane, ranges, ...asking() }),
    undo: async () => value(await call("undo", { handle, ...asking() })),
    saved: async (): Promise<string> => {
      const { port, written } = receiver();
      value(await call("save", { handle, form: { kind: "own" }, takesOver: false, port, control: control() }));
      return written().toString();
    },
  };
}

describe("a paste", () => {
  test("reaches the numbers and the columns of text behind them, as the file has them", async () => {
    const { paste, at, saved, undo } = await shown();
    expect(value(await paste("7\t8\tsouth\n9\t10\twest\n", at(1, 0)))).toMatchObject({ changed: 6, undo: "paste of 6 cells" });
    expect(await saved()).toBe("city,jan,jul,note\nOslo,1.5,2.5,x\nCairo,7,8,south\nQuito,9,10,west\n");
    await undo();
    expect(await saved()).toBe(CSV);
  });

  test("into a sorted and filtered view reaches the rows that it shows", async () => {
    const data = Int32Array.of(2, 0);
    const rowOrder = {
      dtype: "intp",
      shape: [2],
      strides: [1],
      offset: 0,
      buffer: data.buffer,
      byteOffset: 0,
      length: 2,
      itemsize: 4,
    };
    const { paste, at, saved } = await shown(undefined, { rowOrder, columnOrder: [1, 0] });
    value(await paste("7\t8\n9\t10", at(0, 0)));
    expect(await saved()).toBe("city,jan,jul,note\nOslo,10,9,x\nCairo,3.5,4.5,y\nQuito,8,7,z\n");
    expect(await paste("1\n2\n3", at(0, 0))).toMatchObject({
      ok: false,
      fault: { message: "it has 3 × 1 cells, and from here on there are 2 rows." },
    });
  });

  test("names the place of the first cell that cannot hold its text", async () => {
    const { paste, clear, at } = await shown();
    expect(await paste("7\n8\t9\nx\t1", at(0, 0))).toMatchObject({ ok: false, fault: { fields: { row: 2, column: 0 } } });
    const whole = await shown(typed("[[1, 2], [3, 4]]"));
    expect(await whole.clear(whole.at(1, 0, 2, 2))).toMatchObject({ ok: false, fault: { fields: { row: 1, column: 0 } } });
    expect(value(await clear(at(0, 0, 3, 2)))).toMatchObject({ changed: 6, nanDelta: 6 });
  });

  test("of more cells than can be changed at once is refused before anything is done", async () => {
    const { paste, at } = await shown();
    const many = "\n".repeat(10_000_001);
    expect(await paste(many, at(0, 0))).toMatchObject({
      ok: false,
      fault: { message: "it has 10,000,001 cells, and 10,000,000 is the most at once." },
    });
  });
});

describe("very many edited cells", () => {
  const rows = 60_000;
  const csv = (cell: (row: number) => string): string =>
    `name,a,b\n${Array.from({ length: rows }, (_, row) => `r${row},${cell(row)},${row}.25`).join("\n")}\n`;

  test("are saved, taken back and saved again byte for byte", async () => {
    const before = csv((row) => `${row % 97}.50`);
    const { paste, at, saved, undo } = await shown(fileOf("many.csv", before));
    const pasted = Array.from({ length: rows }, (_, row) => `${row}.75`);
    expect(value(await paste(pasted.join("\r\n"), at(0, 0))).changed).toBe(rows);
    expect((await saved()) === csv((row) => `${row}.75`)).toBe(true);
    await undo();
    expect((await saved()) === before).toBe(true);
  });
});
