// @ts-check

/** More lines than this say nothing more on a terminal. */
const mostLines = 60;

/** The CSV text as columns that line up; numbers stand to the right. @param {string} csv */
export function alignedTable(csv) {
  const rows = cells(csv);
  const widths = /** @type {number[]} */ ([]);
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  }
  const lines = rows.slice(0, mostLines).map((row) =>
    row
      .map((cell, at) => (/^([-+.\d]|nan$|inf$)/.test(cell) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  return [...lines, ...(rows.length > mostLines ? [`… and ${rows.length - mostLines} more rows`] : [])].join("\n");
}

/** The cells of RFC 4180 text, row by row. @param {string} csv */
function cells(csv) {
  /** @type {string[][]} */
  const rows = [];
  let row = /** @type {string[]} */ ([]);
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  // The end of the last line, if it has one, looks like one more row with an empty cell.
  return rows.filter((found, at) => at < rows.length - 1 || found.join("") !== "");
}
