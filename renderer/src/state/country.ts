import type { SaveForm } from "@argscope/core/contract/editing.ts";

/** How the spreadsheets of a country read a CSV: where the comma is the decimal mark, the semicolon parts the cells. */
export function countryForm(locale: string): Extract<SaveForm, { kind: "country" }> {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  const isComma = parts.find(({ type }) => type === "decimal")?.value === ",";
  return { kind: "country", delimiter: isComma ? ";" : ",", point: isComma ? "," : "." };
}
