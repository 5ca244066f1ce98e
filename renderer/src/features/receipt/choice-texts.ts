import type { ReadingOptions } from "@argscope/core/contract/opening.ts";

const CHARACTERS: Readonly<Record<string, string>> = { "\t": "tab", " ": "space" };

/** What a person chose about a file, each choice in a few words. */
export function choiceTexts(options: ReadingOptions): readonly string[] {
  const { delimiter, quote, escape: mark, encoding, header, decimal, missing, entry, sheet, array } = options;
  const { columns, exclude, rows, indexCol, dates, thousands, numbers, comment, strict } = options;
  return [
    entry === undefined ? "" : `file “${entry}”`,
    sheet === undefined ? "" : `sheet “${sheet}”`,
    array === undefined ? "" : `array “${array}”`,
    delimiter === undefined ? "" : `delimiter ${CHARACTERS[delimiter] ?? delimiter}`,
    quote === undefined ? "" : `quotes ${quote}`,
    mark === undefined ? "" : `quotes escaped by ${mark}`,
    encoding === undefined ? "" : `encoding ${encoding}`,
    header === undefined ? "" : `header lines ${header}`,
    decimal === undefined ? "" : `decimal mark ${decimal}`,
    missing === undefined ? "" : `missing cells ${missing.join(" ")}`,
    thousands === undefined ? "" : `thousands ${CHARACTERS[thousands] ?? thousands}`,
    numbers === undefined ? "" : `numbers also as ${numbers.join(", ")}`,
    comment === undefined ? "" : `comments ${comment}`,
    strict ? "refused if it has to be mended" : "",
    indexCol === undefined ? "" : indexCol === null ? "no labels of the rows" : `labels of the rows “${indexCol}”`,
    dates === undefined ? "" : dates === "dmy" ? "dates with the day first" : "dates with the month first",
    columns === undefined ? "" : `only ${namesText(columns)}`,
    exclude === undefined ? "" : `without ${namesText(exclude)}`,
    rows === undefined ? "" : `rows ${rows.start}:${rows.stop ?? ""}`,
  ].filter((text) => text !== "");
}

/** More names than a sentence can hold. */
const MOST_NAMED = 4;

function namesText(names: readonly string[]): string {
  if (names.length > MOST_NAMED) return `${names.length.toLocaleString("en")} columns`;
  return `${names.length === 1 ? "column" : "columns"} ${names.map((name) => `“${name}”`).join(", ")}`;
}
