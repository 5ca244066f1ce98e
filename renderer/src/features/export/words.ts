import type { Reduction } from "@argscope/core/contract/worker.ts";

/** What an export will hold, in a sentence. */
export function whatIsWritten(shape: readonly number[], { operation, axis, nan }: Reduction): string {
  const name = nan === "skip" ? `nan${operation}` : operation;
  const lanes = axis === null ? 1 : shape.toSpliced(axis, 1).reduce((product, length) => product * length, 1);
  const where = axis === null ? "over the whole array" : `along axis ${axis}`;
  const count = `${lanes.toLocaleString("en")} ${lanes === 1 ? "line" : "lines"} under a header`;
  return `The answer of ${name} ${where} as CSV: ${count}, with where each winner stands and its value.`;
}
