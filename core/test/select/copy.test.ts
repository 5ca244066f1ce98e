import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { fromNested } from "../../src/array/from-nested.ts";
import type { NdArray } from "../../src/array/ndarray.ts";
import type { CellRange, CopyFormat } from "../../src/contract/selecting.ts";
import { CancelledError, CapacityError, UnsupportedError, ValueError } from "../../src/errors.ts";
import { copyText } from "../../src/select/copy.ts";
import type { Plane } from "../../src/select/plane.ts";
import { findNumpy } from "../live/numpy-process.ts";
import { planeOf, planeOfRows, texts } from "./planes.ts";

const range = (top: number, left: number, bottom: number, right: number): CellRange => ({ top, left, bottom, right });

function copied(plane: Plane, ranges: CellRange | readonly CellRange[], format: CopyFormat = "tsv"): string {
  return Buffer.concat(copyText(plane, [ranges].flat(), format).blocks).toString("utf8");
}

const cities = planeOf(
  planeOfRows([
    [-4, 18.5],
    [14, Number.NaN],
    [7, 15],
  ]).cells,
  { names: ["jan", "jul"], labels: [texts("city", ["Oslo", "Cairo", 'Qui"to']), texts("note", ["a\tb", "", "two\nlines"])] },
);

describe("copying a table", () => {
  test("columns stand apart by tabs, rows by line ends", () => {
    expect(copied(cities, range(0, 0, 2, 2))).toBe("-4\t18.5\r\n14\tnan\r\n");
    expect(copied(cities, range(1, 0, 2, 1))).toBe("14\r\n");
  });

  test("with headers it has the columns' names and the rows' labels", () => {
    expect(copied(cities, range(0, 1, 3, 2), "tsv with headers")).toBe(
      'city\tjul\r\nOslo\t18.5\r\nCairo\tnan\r\n"Qui""to"\t15\r\n',
    );
    expect(copied(planeOfRows([[1, 2]]), range(0, 0, 1, 2), "tsv with headers")).toBe("row\t0\t1\r\n0\t1\t2\r\n");
  });

  test("text that holds a tab, a quote or a line end stands in quotes", () => {
    expect(copied(cities, range(0, 1, 3, 3))).toBe('18.5\t"a\tb"\r\nnan\t\r\n15\t"two\nlines"\r\n');
  });

  test("it goes through the orders in which rows and columns are shown", () => {
    const shown = { ...cities, rowOrder: Int32Array.of(2, 0), columnOrder: [1, 0] };
    expect(copied(shown, range(0, 0, 2, 2), "tsv with headers")).toBe(
      'city\tjul\tjan\r\n"Qui""to"\t15\t7\r\nOslo\t18.5\t-4\r\n',
    );
  });

  test("numbers keep their file's decimal comma", () => {
    const plane = planeOf(planeOfRows([[1.5, 1e21]]).cells, { point: "," });
    expect(copied(plane, range(0, 0, 1, 2))).toBe("1,5\t1e+21\r\n");
    expect(copied(plane, range(0, 0, 1, 2), "numpy")).toBe("np.array([[1.5, 1e+21]])");
  });

  test("several ranges with the same rows or the same columns are one table", () => {
    const grid = planeOfRows(Array.from({ length: 4 }, (_, row) => [0, 1, 2, 3].map((column) => 10 * row + column)));
    expect(copied(grid, [range(3, 0, 4, 2), range(0, 0, 1, 2)])).toBe("0\t1\r\n30\t31\r\n");
    expect(copied(grid, [range(1, 3, 3, 4), range(1, 0, 3, 1)])).toBe("10\t13\r\n20\t23\r\n");
    expect(() => copied(grid, [range(0, 0, 1, 1), range(1, 1, 2, 2)])).toThrow(ValueError);
    expect(() => copied(grid, range(1, 1, 1, 3))).toThrow(ValueError);
  });

  test("more than a clipboard takes is refused, before work is done where that can be told", () => {
    const wide = planeOfRows([[123456, 123456]]);
    expect(() => copyText(wide, [range(0, 0, 1, 2)], "tsv", undefined, 12)).toThrow(CapacityError);
    expect(copyText(wide, [range(0, 0, 1, 2)], "tsv", undefined, 15)).toMatchObject({ rows: 1, columns: 2 });
    expect(() => copyText(wide, [range(0, 0, 4e9, 1e6)], "tsv")).toThrow("16,000,000 characters");
  });

  test("it stops when it is cancelled", () => {
    const tall = planeOfRows(Array.from({ length: 70_000 }, () => [1]));
    expect(() => copyText(tall, [range(0, 0, 70_000, 1)], "tsv", Int32Array.of(0, 1))).toThrow(CancelledError);
  });
});

const numpyCases: readonly [string, NdArray, string][] = [
  [
    "float64",
    fromNested(
      [
        [1, -0, Number.NaN],
        [1e300, Number.NEGATIVE_INFINITY, 0.1],
      ],
      "float64",
    ),
    "np.array([[1.0, -0.0, np.nan],\n          [1e+300, -np.inf, 0.1]])",
  ],
  ["float32", fromNested([[0.1, 3]], "float32"), "np.array([[0.1, 3.0]], dtype=np.float32)"],
  ["float16", fromNested([[0.1]], "float16"), "np.array([[0.1]], dtype=np.float16)"],
  ["int64", fromNested([[9007199254740993n]], "int64"), "np.array([[9007199254740993]])"],
  ["uint64", fromNested([[18446744073709551615n]], "uint64"), "np.array([[18446744073709551615]], dtype=np.uint64)"],
  ["int8", fromNested([[-128], [127]], "int8"), "np.array([[-128],\n          [127]], dtype=np.int8)"],
  ["bool", fromNested([[true, false]]), "np.array([[True, False]])"],
  [
    "complex128",
    fromNested(
      [
        [
          { re: 1, im: -2.5 },
          { re: -0, im: 3 },
          { re: Number.NaN, im: 1 },
        ],
      ],
      "complex128",
    ),
    "np.array([[1-2.5j, complex(-0.0, 3.0), complex(np.nan, 1.0)]])",
  ],
  [
    "complex64",
    fromNested([[{ re: 0.1, im: 1e20 }]], "complex64"),
    "np.array([[0.1+100000000000000000000j]], dtype=np.complex64)",
  ],
  [
    "datetime64[D]",
    fromNested([["2020-02-29", "NaT"]], "datetime64[D]"),
    "np.array([['2020-02-29', 'NaT']], dtype='datetime64[D]')",
  ],
  ["timedelta64[s]", fromNested([[5n]], "timedelta64[s]"), "np.array([[5]], dtype='timedelta64[s]')"],
  ["str", fromNested([["it's", "a"]]), "np.array([[\"it's\", 'a']], dtype='<U4')"],
];

describe("copying as NumPy", () => {
  test.each(numpyCases)("%s", (_, cells, text) => {
    const whole = range(0, 0, cells.shape[0] as number, cells.shape[1] as number);
    expect(copied(planeOf(cells), whole, "numpy")).toBe(text);
  });

  const found = findNumpy();
  test.skipIf("missing" in found)("Python makes the same array of it", () => {
    const lines = numpyCases.map(([, , text]) => text);
    const script = `
import json, sys
import numpy as np
for text in json.load(sys.stdin):
    a = eval(text)
    print(a.dtype.name, a.tobytes().hex())
`;
    const { stdout, stderr } = spawnSync("python3", ["-c", script], { input: JSON.stringify(lines), encoding: "utf8" });
    const ours = numpyCases.map(([, { dtype, data }]) => {
      const name = dtype === "str4" ? "str128" : dtype;
      return `${name} ${Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("hex")}`;
    });
    expect(`${stdout.trim()}${stderr}`.split("\n")).toEqual(ours);
  });

  test("columns of text make an array of text; numbers beside them are refused", () => {
    expect(copied(cities, range(0, 2, 2, 3), "numpy")).toBe("np.array([['a\\tb'],\n          ['']])");
    expect(() => copied(cities, range(0, 1, 1, 3), "numpy")).toThrow(UnsupportedError);
  });
});
