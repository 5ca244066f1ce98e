import type { Operation } from "./request.ts";

export type CommandName = Operation | "convert" | "info";
export const commands: readonly CommandName[] = ["argmin", "argmax", "nanargmin", "nanargmax", "convert", "info"];

/** An option as its help shows it. Without `takes` it is a switch. */
export interface Option {
  readonly name: string;
  readonly takes?: string;
  readonly help: string;
}

const reductionOptions: readonly Option[] = [
  { name: "axis", takes: "N|none", help: "the axis to reduce; none, the default, is the whole array in C order" },
  { name: "keepdims", help: "keep the reduced axis with length 1" },
  { name: "select", takes: "INDEX", help: "reduce a part: 'a[:, 2:5]', \"a['field']\"" },
];

const formatOption = (choices: string): Option => ({
  name: "format",
  takes: choices,
  help: "how to write it; without it the ending of --out decides",
});
const jsonOption: Option = { name: "json", help: "short for --format json" };
const outOption: Option = { name: "out", takes: "PATH", help: "write a file, whole or not at all, instead of standard output" };
const helpOption: Option = { name: "help", help: "this text" };

/** How to read a file: the same for every command. */
export const readingOptions: readonly Option[] = [
  { name: "array", takes: "NAME", help: "the array of an .npz file" },
  { name: "sheet", takes: "NAME", help: "the sheet of a workbook" },
  { name: "columns", takes: "NAME,…", help: "only these columns" },
  { name: "exclude", takes: "NAME,…", help: "all columns but these" },
  { name: "rows", takes: "A:B", help: "only rows A up to, not with, B, counted from 0" },
  {
    name: "delimiter",
    takes: "C",
    help: "what parts the cells; tab, space and spaces (a run of them) may be written as words",
  },
  { name: "quote", takes: "C", help: "what stands around quoted cells, or none" },
  { name: "escape", takes: "C|none", help: 'what makes the quote behind it text, as in \\"; quotes are doubled without it' },
  { name: "encoding", takes: "E", help: "the text's encoding, by its name on the web, or cp437, cp850, cp852" },
  { name: "header", takes: "auto|none|N", help: "the number of header lines" },
  { name: "index-col", takes: "auto|none|NAME", help: "the column that names the rows" },
  { name: "decimal", takes: ".|,", help: "what parts the whole from the fraction" },
  { name: "thousands", takes: "C|none", help: "what parts the thousands in numbers" },
  { name: "numbers", takes: "FORM,…", help: "take these for numbers too: hex, percent, currency" },
  { name: "comment", takes: "C|none", help: "what a line of comment starts with" },
  { name: "missing", takes: "'NA,-'", help: "cells that hold no number, beside the empty one" },
  { name: "dates", takes: "dmy|mdy", help: "the order of day and month in dates such as 03/04/2024" },
  { name: "strict", help: "refuse a malformed table instead of mending it" },
];

/** A command's own options, without those for reading. */
export function ownOptions(command: CommandName): readonly Option[] {
  if (command === "info") return [jsonOption, helpOption];
  if (command === "convert") return [formatOption("csv|tsv|json|md|npy"), jsonOption, outOption, helpOption];
  return [...reductionOptions, formatOption("text|json|csv|tsv|md|npy"), jsonOption, outOption, helpOption];
}
