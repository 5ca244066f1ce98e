import type { Sought } from "../contract/selecting.ts";

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** What a search compares cells with. */
export type Query =
  /** A part of a cell's text; `text` is in lower case unless case matters. */
  | { readonly kind: "text"; readonly text: string; readonly matchCase: boolean }
  /** Numbers that compare so; a bigint for integers, so that no digit is lost. */
  | { readonly kind: "number"; readonly comparison: Comparison; readonly value: number | bigint }
  | { readonly kind: "missing"; readonly isWanted: boolean }
  /** A whole text. */
  | { readonly kind: "whole"; readonly text: string; readonly matchCase: boolean; readonly isWanted: boolean };

const COMPARED = /^\s*(==|=|!=|≠|<=|≤|>=|≥|<|>)\s*(.*?)\s*$/su;
const SIGNS: Readonly<Record<string, Comparison>> = { "==": "=", "≠": "!=", "≤": "<=", "≥": ">=" };
const NUMBER = /^[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;
const INFINITY = /^([+-]?)inf(?:inity)?$/iu;

/**
 * Reads what someone typed into the search: a part of a text, or a comparison (`= 3.5`, `> 10`, `!= nan`, `= Oslo`). Null:
 * nothing that could be looked for.
 */
export function queryOf({ text, matchCase }: Sought): Query | null {
  const compared = COMPARED.exec(text);
  const operand = compared?.[2] ?? "";
  if (compared === null || operand === "") {
    const part = text.trim();
    return part === "" ? null : { kind: "text", text: matchCase ? part : part.toLowerCase(), matchCase };
  }
  const sign = compared[1] as string;
  const comparison = SIGNS[sign] ?? (sign as Comparison);
  const value = numberOf(operand);
  if (value !== null && Number.isNaN(value)) {
    return comparison === "=" || comparison === "!=" ? { kind: "missing", isWanted: comparison === "=" } : null;
  }
  if (value !== null) return { kind: "number", comparison, value };
  if (comparison !== "=" && comparison !== "!=") return null;
  return { kind: "whole", text: matchCase ? operand : operand.toLowerCase(), matchCase, isWanted: comparison === "=" };
}

function numberOf(text: string): number | bigint | null {
  if (/^nan$/iu.test(text)) return Number.NaN;
  const infinity = INFINITY.exec(text);
  if (infinity !== null) return infinity[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (!NUMBER.test(text)) return null;
  const digits = text.replaceAll("_", "");
  return /^[+-]?\d+$/u.test(digits) ? BigInt(digits.replace("+", "")) : Number(digits);
}

/** Whether a number is as a comparison asks. */
export function comparing(comparison: Comparison, value: number | bigint): (other: number | bigint) => boolean {
  switch (comparison) {
    case "=":
      // biome-ignore lint/suspicious/noDoubleEquals: a number and a bigint of the same value are equal in no other way.
      return (other) => other == value;
    case "!=":
      // biome-ignore lint/suspicious/noDoubleEquals: as above.
      return (other) => other != value;
    case "<":
      return (other) => other < value;
    case "<=":
      return (other) => other <= value;
    case ">":
      return (other) => other > value;
    case ">=":
      return (other) => other >= value;
  }
}
