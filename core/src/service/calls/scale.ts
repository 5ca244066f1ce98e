import { finiteRange } from "../../order/finite-range.ts";
import type { Handler } from "../handler.ts";
import { receivedArray, sharedArray } from "../shared.ts";

export const scale: Handler<"scale"> = (sessions, { handle, cells, reach, control }) => {
  const { low, high } = finiteRange(receivedArray(cells), reach, control);
  sessions.get(handle).scales.add([low, high]);
  return { low: sharedArray(low), high: sharedArray(high) };
};
