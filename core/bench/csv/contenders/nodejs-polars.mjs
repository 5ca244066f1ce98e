// @ts-check
import { createRequire } from "node:module";
import { path, report } from "./report.mjs";

const polars = createRequire(import.meta.url)("nodejs-polars");

await report(async () => {
  const frame = polars.readCSV(path);
  return {
    numbers: () => {
      const columns = frame.getColumns().filter((/** @type {any} */ series) => series.dtype.toString() !== "DataType(Utf8)");
      const values = columns.map((/** @type {any} */ series) => series.toArray());
      return Float64Array.from({ length: frame.height * columns.length }, (_, k) => {
        return values[k % columns.length][Math.floor(k / columns.length)] ?? Number.NaN;
      });
    },
    texts: () =>
      frame
        .getColumns()
        .filter((/** @type {any} */ series) => series.dtype.toString() === "DataType(Utf8)")
        .map((/** @type {any} */ series) => series.toArray()),
  };
});
