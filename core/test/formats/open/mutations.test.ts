import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ArgscopeError } from "../../../src/errors.ts";
import type { Data } from "../../../src/formats/open/data.ts";
import { openData } from "../../../src/formats/open/open-data.ts";
import { mutations } from "../npy/mutations.ts";
import { deflated } from "../zip/zip-of.ts";
import { fixture } from "./fixture.ts";
import { fileOf } from "./source.ts";

const runs = Number(process.env["ARGSCOPE_MUTATIONS"] ?? 1000);
const seed = 20_261_122;
/** In microseconds of processor time: a file of a few kilobytes takes a few milliseconds; this is a hang. */
const longest = 5_000_000;

const text = (content: string) => new TextEncoder().encode(content);
const csv = 'city,t\nOslo,1.5\n"São, Paulo",2\n'.repeat(5);

const originals: readonly (readonly [format: string, files: readonly Uint8Array[]])[] = [
  [
    "JSON",
    [
      "[[1, 2.5, null], [true, -3e2, 9007199254740993]]",
      '[{"a": 1, "b": "x\\u00e9"}, {"a": null, "c": [1, {"d": 2}]}]',
      '{"columns": ["a", "b"], "index": [0, 1], "data": [[1, 2], [3, 4]]}',
      '{"x": [1, 2], "y": ["a", "b"]}\n{"x": [3], "y": [4]}\n',
      '{"a": {"0": 1, "1": 2}, "b": {"0": "x", "1": "y"}}',
      "[[1, 2], [3, nan],]",
    ].map(text),
  ],
  ["gzip", [gzipSync(csv), Buffer.concat([gzipSync(csv), gzipSync(csv)]), gzipSync("[[1, 2], [3, 4]]")]],
  ["zip", [deflated({ "a.csv": csv }), deflated({ "a.csv": csv, "b/c.json": "[1]" }), fixture("three.npz")]],
  ["XLSX", [fixture("typed.xlsx"), fixture("single.xlsx")]],
  ["Parquet", ["types.parquet", "none.parquet", "gzip.parquet", "zstd.parquet", "lz4.parquet", "brotli.parquet"].map(fixture)],
];

/** All of what was opened is there, and can be given back. */
function use(data: Data): void {
  if (data.kind === "choice") {
    expect(data.choices.length).toBeGreaterThan(0);
    return;
  }
  if (data.kind === "array") data.array.toNested();
  else {
    expect(data.table.block().shape[0]).toBe(data.table.rowCount);
    for (const label of data.table.labels) expect(label.rows).toBe(data.table.rowCount);
    expect(data.sentences.length).toBeGreaterThan(0);
  }
  data.release();
}

describe("damaged files", () => {
  it.each(originals)(`of %s give data or a typed error that names them (${runs} mutations)`, async (format, files) => {
    const outcomes = { data: 0, Format: 0, other: 0 };
    let slowest = 0;
    let turn = 0;
    for (const bytes of mutations(files, seed, runs)) {
      turn++;
      const begin = process.cpuUsage();
      try {
        use(
          await openData(fileOf(bytes, "damaged.file"), format === "XLSX" ? { sheet: turn % 2 === 0 ? "Data" : "Only" } : {}),
        );
        outcomes.data++;
      } catch (error) {
        if (!(error instanceof ArgscopeError)) throw new Error(`Mutation ${turn} of ${format}`, { cause: error });
        expect(error.message).toContain("damaged.file");
        expect(["Format", "Unsupported", "Value", "Capacity", "Index"]).toContain(error.tag);
        if (error.tag === "Format") outcomes.Format++;
        else outcomes.other++;
      }
      slowest = Math.max(slowest, process.cpuUsage(begin).user);
    }
    expect(slowest).toBeLessThan(longest);
    expect(outcomes.data).toBeGreaterThan(runs / 100);
    expect(outcomes.Format).toBeGreaterThan(runs / 10);
    expect(process.memoryUsage().rss).toBeLessThan(2 ** 31);
  });
});
