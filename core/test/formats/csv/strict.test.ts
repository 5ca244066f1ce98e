import { describe, expect, it } from "vitest";
import { FormatError } from "../../../src/errors.ts";
import type { ByteSource } from "../../../src/formats/byte-source.ts";
import { readCsv } from "../../../src/formats/csv/index.ts";
import { threadCount } from "../../../src/pool/helpers.ts";
import { useThreeHelpers } from "../../kernels/thread-pool.ts";
import { seeded } from "./seeded.ts";
import { sourceOf } from "./sources.ts";

const rows = 600_000;
const faults = { short: "1,2\n", long: "1,2,3,4\n", quote: '1,"2"3,4\n' };
type Fault = keyof typeof faults;

/** A table of three columns with faults in the given rows: about 24 MB. */
function tableWith(places: Readonly<Record<number, Fault>>): Uint8Array {
  const line = "1234.5678,a word of text,123456789012345\n";
  let text = "x,y,z\n";
  let from = 0;
  for (const [row, fault] of Object.entries(places)) {
    text += line.repeat(Number(row) - from) + faults[fault];
    from = Number(row) + 1;
  }
  return new TextEncoder().encode(text + line.repeat(rows - from));
}

/** A file that counts the bytes that are read of it. */
function counted(bytes: Uint8Array): { source: ByteSource; read: () => number } {
  let read = 0;
  const source = sourceOf(bytes);
  return {
    source: {
      ...source,
      read(start, end) {
        read += end - start;
        return source.read(start, end);
      },
    },
    read: () => read,
  };
}

/** The refusal of a strict reading, and how much was read before it. */
async function refusalOf(bytes: Uint8Array): Promise<{ message: string; place: unknown; read: number }> {
  const { source, read } = counted(bytes);
  const error: unknown = await readCsv(source, { strict: true }).then(
    (table) => table.free(),
    (thrown) => thrown,
  );
  if (!(error instanceof FormatError)) throw new Error("A malformed table was taken.");
  return { message: error.message, place: error.place, read: read() };
}

function describeReading(): void {
  it.each<[Fault, number, string]>([
    ["short", 3, "has 2 cells, and the table 3 columns"],
    ["long", 4, "has 4 cells, and the table 3 columns"],
    ["quote", 2, "has a quote out of place in column 2"],
  ])("ends at a %s row, long before the end of the file", async (fault, column, what) => {
    const row = 30_000;
    const bytes = tableWith({ [row]: fault });
    const { message, place, read } = await refusalOf(bytes);
    expect(message).toBe(`file.csv is malformed: line ${row + 2} ${what}.`);
    expect(place).toEqual({ line: row + 2, column });
    expect(read).toBeLessThan(bytes.length / 2);
  });

  it("tells the first fault in the order of the file, of whatever kind", async () => {
    const random = seeded(5);
    const kinds: Fault[] = ["short", "long", "quote"];
    for (let round = 0; round < 12; round++) {
      const first = Math.floor(random() * rows * 0.9);
      const places: Record<number, Fault> = {};
      for (let k = 0; k < 8; k++)
        places[first + Math.floor(random() * 20_000 * k)] = kinds[Math.floor(random() * 3)] ?? "short";
      const { place } = await refusalOf(tableWith(places));
      expect(place).toMatchObject({ line: first + 2 });
    }
  });

  it("finds a fault in the last row, with no line ending", async () => {
    const whole = tableWith({});
    const bytes = new Uint8Array(whole.length + 3);
    bytes.set(whole);
    bytes.set(new TextEncoder().encode("1,2"), whole.length);
    expect((await refusalOf(bytes)).place).toEqual({ line: rows + 2, column: 3 });
  });

  it("takes a table without a fault, whole", async () => {
    const table = await readCsv(sourceOf(tableWith({})), { strict: true });
    expect(table.rowCount).toBe(rows);
    table.free();
  });
}

describe("a strict reading by one thread", describeReading);

describe("a strict reading counts the cells of a row against what most rows have", () => {
  const refused = async (text: string): Promise<string> => (await refusalOf(new TextEncoder().encode(text))).message;

  it("where a row of the sample has more", async () => {
    const text = "a,b\n1,2\n3,4\n5,6,7\n8,9\n";
    expect(await refused(text)).toBe("file.csv is malformed: line 4 has 3 cells, and the table 2 columns.");
  });

  it("where rows are shorter before and behind it", async () => {
    const rows = "1,2\n".repeat(20);
    const before = `a,b\n${rows}3\n${rows}5,6,7\n${rows}`;
    expect(await refused(before)).toBe("file.csv is malformed: line 22 has 1 cell, and the table 2 columns.");
    const behind = `a,b\n${rows}5,6,7\n${rows}3\n${rows}`;
    expect(await refused(behind)).toBe("file.csv is malformed: line 22 has 3 cells, and the table 2 columns.");
  });

  it("where no row has as many as the header", async () => {
    const message = "file.csv is malformed: line 2 has 2 cells, and the table 3 columns.";
    expect(await refused("a,b,c\n1,2\n3,4\n")).toBe(message);
  });

  it("and takes empty cells behind them", async () => {
    const table = await readCsv(new TextEncoder().encode("a,b\n1,2\n3,4,\n5,6\n"), { strict: true });
    expect(table.rowCount).toBe(3);
    table.free();
  });
});

describe("a strict reading by several threads", () => {
  useThreeHelpers();
  it("has four", () => expect(threadCount()).toBe(4));
  describeReading();
});

it("looks at no row that is not read", async () => {
  const bytes = tableWith({ 10: "short", 500: "quote" });
  const table = await readCsv(sourceOf(bytes), { strict: true, rows: { start: 11, stop: 400 } });
  expect(table.rowCount).toBe(389);
  table.free();
});
