// @ts-check

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";

// The files that are read, made by a seeded generator: the same bytes on every machine.

/**
 * @typedef {object} CsvFile
 * @property {string} name
 * @property {string} file  its name in the folder
 * @property {number} rows
 * @property {readonly ("full" | "short" | "whole" | "text")[]} columns  what each column holds
 * @property {string} aim  what reading it is to reach, in ratios
 */

/** @param {number} count @param {CsvFile["columns"][number]} kind @returns {CsvFile["columns"]} */
const times = (count, kind) => Array.from({ length: count }, () => kind);

/** @type {readonly CsvFile[]} */
export const files = [
  {
    name: "1,000,000 × 10, full precision",
    file: "full.csv",
    rows: 1_000_000,
    columns: times(10, "full"),
    aim: "1.0 × Polars, 4 × pandas, 4 × uDSV, 12 × Papa Parse",
  },
  {
    name: "1,000,000 × 10, short decimals",
    file: "short.csv",
    rows: 1_000_000,
    columns: times(10, "short"),
    aim: "1.0 × Polars, 3 × pandas, 5 × uDSV",
  },
  {
    name: "100,000 × 100, full precision",
    file: "broad.csv",
    rows: 100_000,
    columns: times(100, "full"),
    aim: "1.1 × Polars",
  },
  {
    name: "1,000,000 × 8 and 2 of quoted text",
    file: "text.csv",
    rows: 1_000_000,
    columns: ["text", ...times(4, "full"), "text", ...times(4, "full")],
    aim: "0.9 × Polars",
  },
  {
    name: "10 × 100,000",
    file: "wide.csv",
    rows: 10,
    columns: times(100_000, "full"),
    aim: "10 × Polars, 3 × uDSV",
  },
  {
    name: "1,000,000 × 10, whole numbers, one in ten missing",
    file: "whole.csv",
    rows: 1_000_000,
    columns: times(10, "whole"),
    aim: "",
  },
];

const words = ["north", "south, far", "east", 'the "west"', "Ørsted", "harbour", "mill lane", "upper, lower", "quay", "hill"];

/** Bytes that are handed to the file at once. */
const flush = 1 << 20;

/** @param {CsvFile} csv @param {string} folder @returns {Promise<string>} its path */
export async function write(csv, folder) {
  const path = join(folder, csv.file);
  const stream = createWriteStream(path);
  const random = generator(20_261_122);
  let text = `${csv.columns.map((kind, k) => `${kind}_${k}`).join(",")}\n`;
  for (let row = 0; row < csv.rows; row++) {
    for (let k = 0; k < csv.columns.length; k++) {
      if (k > 0) text += ",";
      text += cell(csv.columns[k] ?? "full", random);
    }
    text += "\n";
    if (text.length < flush) continue;
    if (!stream.write(text)) await once(stream, "drain");
    text = "";
  }
  stream.end(text);
  await once(stream, "close");
  return path;
}

/** @param {CsvFile["columns"][number]} kind @param {() => number} random in [0, 1) */
function cell(kind, random) {
  switch (kind) {
    case "full":
      return String(random());
    case "short":
      return (random() * 1000).toFixed(3);
    case "whole":
      return random() < 0.1 ? "" : String(Math.floor(random() * 2_000_000) - 1_000_000);
    case "text": {
      const word = words[Math.floor(random() * words.length)] ?? "";
      return `"${word.replaceAll('"', '""')} ${Math.floor(random() * 1000)}"`;
    }
  }
}

/** 53 random bits at a time (xorshift128). @param {number} seed */
function generator(seed) {
  let [x, y, z, w] = [seed, 362_436_069, 521_288_629, 88_675_123];
  const next = () => {
    const t = x ^ (x << 11);
    [x, y, z] = [y, z, w];
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    return w >>> 0;
  };
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}
