import fc from "fast-check";
import { noByte } from "../../../src/formats/csv/dialect.ts";
import { numberColumn, skipColumn, textColumn } from "../../../src/formats/csv/scanner.ts";

const encoder = new TextEncoder();

/** Text made of what matters to a scanner, so that short samples meet every rule. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(",", "\n", "\r\n", "\r", '"', '""', ";", " ", "#", "\t") },
  {
    weight: 4,
    arbitrary: fc.constantFrom("0", "1", "-2.5", "1e3", "12345678901234567", "0.1", "NA", "-", "x", "é", "inf", ".5", "1,5"),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 70 }) },
  { weight: 2, arbitrary: fc.double().map(String) },
);
const strange = fc.constantFrom(
  [0xe9],
  [0xc3],
  [0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xc0, 0x80],
  [0xe2, 0x82, 0xac],
);
const valid = fc.array(piece, { maxLength: 60 }).map((pieces) => encoder.encode(pieces.join("")));
export const text = fc.oneof(
  { weight: 4, arbitrary: valid },
  { weight: 1, arbitrary: fc.tuple(valid, strange, valid).map((parts) => Uint8Array.from(parts.flatMap((part) => [...part]))) },
);
export const dialects = fc.record({
  delimiter: fc.constantFrom(44, 59, 9, 32),
  quote: fc.constantFrom(34, noByte),
  point: fc.constantFrom(46, 44),
  thousands: fc.constantFrom(noByte, 44),
  comment: fc.constantFrom(noByte, 35),
  trimStart: fc.boolean(),
  dropEmptyRows: fc.boolean(),
  forms: fc.constant([]),
});
export const kinds = fc.array(fc.constantFrom(skipColumn, numberColumn, textColumn), { minLength: 1, maxLength: 5 });

/** Cells of which most are plain, as most are in files. */
const usualCell = fc.oneof(
  { weight: 8, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
  { weight: 4, arbitrary: fc.integer().map(String) },
  { weight: 6, arbitrary: fc.constantFrom("", '""') },
  { weight: 4, arbitrary: fc.constantFrom('"a"', '"4.5"', "north", " south", '"a ""b"""', '"c, d"', "-0", "-.5", "7.", "é") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("NA", "9007199254740993", "-12345678901234567890", "+1", " 2", '"x"y', '"e\nf"', "#g"),
  },
);

/** A table of which most rows are plain, often so many that its empty cells are no longer told of one by one. */
export const usualTable = fc
  .record({
    kinds: fc.array(fc.constantFrom(numberColumn, numberColumn, textColumn, skipColumn), { minLength: 1, maxLength: 4 }),
    rows: fc.array(fc.array(usualCell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 40 }),
    times: fc.integer({ min: 1, max: 8 }),
    ending: fc.constantFrom("\n", "\r\n"),
    // Lines that are not such rows; null stands for one of empty cells.
    extra: fc.array(fc.constantFrom("", "#comment", "1", "1,2,3,4,5", null), { maxLength: 3 }),
  })
  .map(({ kinds, rows, times, ending, extra }) => {
    const few = rows.map((cells) => cells.slice(0, kinds.length).join(","));
    const lines = Array.from({ length: times }, () => few).flat();
    extra.forEach((line, k) => {
      lines.splice(Math.floor((lines.length * (k + 1)) / 4), 0, line ?? kinds.map(() => "").join(","));
    });
    return { kinds, bytes: encoder.encode(lines.map((line) => line + ending).join("")) };
  });
