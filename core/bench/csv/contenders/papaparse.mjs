// @ts-check
import { createReadStream } from "node:fs";
import Papa from "papaparse";
import { path, report } from "./report.mjs";

await report(async () => {
  /** @type {number[]} */
  const numbers = [];
  /** @type {string[][]} */
  const texts = [];
  /** @type {boolean[]} */
  let isText = [];
  await new Promise((resolve, reject) => {
    Papa.parse(/** @type {any} */ (createReadStream(path, { highWaterMark: 1 << 20 })), {
      header: false,
      dynamicTyping: true,
      skipEmptyLines: true,
      /** @param {{ data: any[][] }} results */
      chunk({ data }) {
        let first = 0;
        if (isText.length === 0) {
          isText = (data[1] ?? []).map((cell) => typeof cell === "string");
          for (const text of isText) if (text) texts.push([]);
          first = 1;
        }
        for (let row = first; row < data.length; row++) {
          const cells = data[row] ?? [];
          let text = 0;
          for (let k = 0; k < cells.length; k++) {
            if (isText[k]) texts[text++]?.push(cells[k]);
            else numbers.push(cells[k] ?? Number.NaN);
          }
        }
      },
      complete: resolve,
      error: reject,
    });
  });
  const block = Float64Array.from(numbers);
  return { numbers: () => block, texts: () => texts };
});
