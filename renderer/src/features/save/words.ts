import type { SaveForm, SaveForms } from "@argscope/core/contract/editing.ts";
import { countryForm } from "../../state/country.ts";

/** A form as a person chooses it. */
export interface Offered {
  readonly form: SaveForm;
  readonly title: string;
  readonly hint: string;
}

/** The forms in which something can be written, the most faithful first. */
export function formsOffered({ own, isTable }: SaveForms, locale: string): readonly Offered[] {
  const npy: Offered = { form: { kind: "npy" }, title: "NumPy array (.npy)", hint: arrayHint(isTable) };
  if (!isTable) return [own === "npy" ? { ...npy, form: { kind: "own" } } : npy];
  const country = countryForm(locale);
  const mark = country.point === "," ? "semicolons and decimal commas" : "commas and decimal points";
  const clean: readonly Offered[] = [
    {
      form: { kind: "clean" },
      title: "Clean CSV",
      hint: "RFC 4180 in UTF-8: commas, decimal points, one header line, every cell’s own text otherwise. What stands around the table is left out.",
    },
    { form: country, title: "For a spreadsheet of my country", hint: `With ${mark} and a byte order mark (${locale}).` },
    npy,
  ];
  if (own === null) return clean;
  const asItWas = {
    form: { kind: "own" },
    title: "As it was",
    hint: "Its own delimiter, quotes, decimal mark and encoding. What you did not edit stays byte for byte.",
  } as const;
  return [asItWas, ...clean];
}

function arrayHint(isTable: boolean): string {
  return isTable ? "The numbers alone, as numpy.save writes them." : "As numpy.save writes it.";
}

/** How many cells would be lost, for a sentence. */
export function cellsText(cells: number): string {
  return `${cells.toLocaleString("en")} ${cells === 1 ? "cell" : "cells"}`;
}
