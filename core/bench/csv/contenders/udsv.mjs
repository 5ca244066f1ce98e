// @ts-check
import { createReadStream, statSync } from "node:fs";
import { inferSchema, initParser } from "udsv";
import { path, report } from "./report.mjs";

// Its own way for large files: chunks of a stream, rows of typed values that are taken one by one. A small file is one chunk,
// because it does not take a header that a chunk cuts.
const chunkBytes = statSync(path).size < 1 << 25 ? 1 << 25 : 1 << 20;

await report(async () => {
  /** @type {any} */
  let parser;
  /** @type {number[]} */
  const numbers = [];
  /** @type {string[][]} */
  const texts = [];
  /** @param {any[]} row */
  const take = (row) => {
    let text = 0;
    for (const cell of row) {
      if (typeof cell === "string") {
        texts[text] ??= [];
        texts[text++]?.push(cell);
      } else numbers.push(cell ?? Number.NaN);
    }
  };
  const decoder = new TextDecoder();
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    const text = decoder.decode(chunk, { stream: true });
    parser ??= initParser(inferSchema(text));
    parser.chunk(text, parser.typedArrs, take);
  }
  parser.end();
  const block = Float64Array.from(numbers);
  return { numbers: () => block, texts: () => texts };
});
