import type { Condition, Filter, Ordering } from "@argscope/core/contract/ordering.ts";

/** What a condition asks, behind a column's name: "is at least 5". */
function conditionText({ condition, not }: Pick<Filter, "condition" | "not">): string {
  return not ? `is not so: ${plainText(condition)}` : plainText(condition);
}

function plainText(condition: Condition): string {
  switch (condition.kind) {
    case "compare":
      return `${condition.operator} ${condition.value}`;
    case "between":
      return `from ${condition.low} to ${condition.high}`;
    case "missing":
      return "missing";
    case "contains":
      return `contains “${condition.text}”`;
    case "equals":
      return `is “${condition.text}”`;
  }
}

/** What the rows are in order by, in one sentence. @param name  of a column. */
export function orderingText({ sort, filters }: Ordering, name: (column: number) => string): string {
  const keys = sort.map(({ column, descending }) => `${name(column)} ${descending ? "↓" : "↑"}`);
  const sorted = keys.length === 0 ? [] : [`Sorted by ${keys.join(", then ")}`];
  const conditions = filters.map((filter) => `${name(filter.column)} ${conditionText(filter)}`);
  const filtered = conditions.length === 0 ? [] : [`${sorted.length > 0 ? "only" : "Only"} ${conditions.join(" and ")}`];
  return [...sorted, ...filtered].join("; ");
}
