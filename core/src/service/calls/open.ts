import type { Handler } from "../handler.ts";
import { nanCount } from "../missing.ts";
import { read } from "../reading.ts";
import { sharedArray, sharedText } from "../shared.ts";

export const open: Handler<"open"> = async (sessions, { source, control }) => {
  const start = performance.now();
  const reading = await read(source, control);
  return {
    handle: sessions.add(reading),
    name: source.name,
    kind: reading.kind,
    array: sharedArray(reading.array),
    columns: reading.columns,
    labels: reading.labels.map(sharedText),
    nanCount: nanCount(reading.array),
    receipt: reading.receipt,
    milliseconds: performance.now() - start,
  };
};
