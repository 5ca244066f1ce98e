import type { Condition } from "@argscope/core/contract/ordering.ts";

/** What can be asked of a column: of numbers and dates, and of text. */
export const QUESTIONS = [
  { value: "<", name: "is less than", fields: 1, of: "numbers" },
  { value: "<=", name: "is at most", fields: 1, of: "numbers" },
  { value: "=", name: "equals", fields: 1, of: "numbers" },
  { value: ">=", name: "is at least", fields: 1, of: "numbers" },
  { value: ">", name: "is greater than", fields: 1, of: "numbers" },
  { value: "between", name: "is between", fields: 2, of: "numbers" },
  { value: "contains", name: "contains", fields: 1, of: "text" },
  { value: "equals", name: "is", fields: 1, of: "text" },
  { value: "missing", name: "is missing (NaN)", fields: 0, of: "both" },
] as const;

export type Question = (typeof QUESTIONS)[number]["value"];

export function questionsFor(isText: boolean): readonly (typeof QUESTIONS)[number][] {
  return QUESTIONS.filter(({ of }) => of === "both" || (of === "text") === isText);
}

/** What the form holds. */
export interface Asked {
  readonly question: Question;
  readonly first: string;
  readonly second: string;
  readonly not: boolean;
}

export function conditionOf({ question, first, second }: Asked): Condition {
  switch (question) {
    case "between":
      return { kind: "between", low: first, high: second };
    case "missing":
      return { kind: "missing" };
    case "contains":
    case "equals":
      return { kind: question, text: first };
    default:
      return { kind: "compare", operator: question, value: first };
  }
}

/** The form that stands for a condition. */
export function askedBy(condition: Condition, not: boolean): Asked {
  switch (condition.kind) {
    case "between":
      return { question: "between", first: condition.low, second: condition.high, not };
    case "missing":
      return { question: "missing", first: "", second: "", not };
    case "contains":
    case "equals":
      return { question: condition.kind, first: condition.text, second: "", not };
    case "compare":
      return { question: condition.operator, first: condition.value, second: "", not };
  }
}
