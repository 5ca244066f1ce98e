import { namesOf, shortened } from "../../table/type-sentences.ts";
import type { NumberHint } from "./number-hints.ts";
import type { Receipt } from "./receipt.ts";

const formNames: Readonly<Record<NumberHint["form"], string>> = {
  hex: "hexadecimal numbers",
  percent: "percentages",
  currency: "amounts of money",
  decimal: "numbers with another decimal mark",
  thousands: "numbers with their thousands parted",
  missing: "numbers, and words where one is missing",
};

/** Which options read columns of text as numbers. */
export function hintSentences({ numberHints }: Receipt): string[] {
  return numberHints.map(({ form, choose, names, row, text }) => {
    const [columns, hold] = names.length === 1 ? ["Column", "holds"] : ["Columns", "hold"];
    const what = `${columns} ${namesOf(names)} ${hold} ${formNames[form]}, "${shortened(text)}" in row ${row} for one`;
    return `${what}. Import options (${optionsText(choose)}) read them as numbers.`;
  });
}

/** As the command line takes them. */
function optionsText({ numbers, decimal, thousands, missing }: NumberHint["choose"]): string {
  return [
    ...(numbers === undefined ? [] : [`--numbers ${numbers.join(",")}`]),
    ...(decimal === undefined ? [] : [`--decimal "${decimal}"`]),
    ...(thousands === undefined ? [] : [`--thousands ${thousands === "none" ? thousands : `"${thousands}"`}`]),
    ...(missing === undefined ? [] : [`--missing "${missing.join(",")}"`]),
  ].join(" ");
}
