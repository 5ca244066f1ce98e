import type { Control } from "@argscope/core/contract/worker.ts";
import { laneFacts, releaseFacts } from "@argscope/core/winners/lane-facts.ts";
import { winnerPlaces } from "@argscope/core/winners/lane-places.ts";
import { elementJson } from "./element-json.ts";
import { nestedJson } from "./nested-json.ts";
import type { Reduction } from "./reduction.ts";

/** A reduction as one JSON object, piece by piece; indices, values, labels and tie counts nested to the result's shape. */
export function* reductionJson(reduction: Reduction, control: Control): Generator<string> {
  const { operation, axis, keepdims, subject, indices } = reduction;
  const { array, labels } = subject;
  const facts = laneFacts(array, axis, indices, control);
  const ties = facts.ties.data;
  const winners = winnerPlaces(array, axis, indices);
  const index = (k: number): number => Number(indices.data[indices.offset + k]);
  const value = elementJson(array);
  const along = axis === null ? null : (labels.at(axis) ?? null);

  yield `{\n  "op": ${JSON.stringify(operation)},\n  "axis": ${axis},\n  "keepdims": ${keepdims},\n`;
  yield `  "dtype": ${JSON.stringify(array.dtype)},\n  "shape": ${JSON.stringify(array.shape)},\n`;
  yield `  "result_shape": ${JSON.stringify(indices.shape)},\n  "indices": `;
  yield* nested((k) => String(index(k)));
  yield `,\n  "values": `;
  yield* nested((k) => value(winners[k] as number));
  yield `,\n  "labels": `;
  if (along === null || !along.own) yield "null";
  else yield* nested((k) => JSON.stringify(along.text(index(k))));
  yield `,\n  "nan_lanes": ${facts.lanesWithNan},\n  "tie_counts": `;
  yield* nested((k) => String(ties[k]));
  yield "\n}\n";
  releaseFacts(facts);

  function nested(element: (k: number) => string): Generator<string> {
    return nestedJson(indices.shape, element);
  }
}
