import type { Fault } from "@argscope/core/contract/result.ts";

/** Whether reading a file in another way may help against a refusal: fewer columns or rows, another delimiter. */
export function mayHelp({ tag, fields }: Fault): boolean {
  return tag === "Capacity" || tag === "Value" || tag === "Index" || (tag === "Format" && "line" in fields);
}
