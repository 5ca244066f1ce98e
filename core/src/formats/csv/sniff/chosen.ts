import { ValueError } from "../../../errors.ts";
import { counted } from "../../../table/counted.ts";
import { nameOfDelimiter, space } from "../dialect.ts";
import { type CsvOptions, spaceRuns } from "../options.ts";
import { asciiByte } from "./characters.ts";
import type { DelimiterGuess } from "./delimiter.ts";
import type { HeaderGuess } from "./header.ts";
import type { Sample } from "./sample.ts";

/** The reason of what a person decided. */
export const chosen = "it was chosen";

export function chosenDelimiter(text: string): Pick<DelimiterGuess, "delimiter" | "runs"> {
  if (text === spaceRuns) return { delimiter: space, runs: true };
  return { delimiter: asciiByte(text, "delimiter"), runs: false };
}

/** @throws {ValueError} the quote that was chosen is what parts cells. */
export function refuseQuote(quote: number, delimiter: number): void {
  if (delimiter !== quote) return;
  const name = nameOfDelimiter(quote);
  throw new ValueError(
    `The ${name} parts cells, and was chosen as what stands around them too: choose another quote, or none.`,
  );
}

/** The first lines as the header; null where it is to be found. */
export function chosenHeader(sample: Sample, header: CsvOptions["header"] = "auto"): HeaderGuess | null {
  if (header === "auto") return null;
  const wanted = header === "none" ? 0 : header;
  const lines = Math.min(wanted, sample.records.count);
  const reason = lines < wanted ? `${counted(wanted, "line")} were chosen, and no more are there` : chosen;
  return { preamble: 0, heads: Array.from({ length: lines }, (_, row) => row), first: lines, reason };
}
