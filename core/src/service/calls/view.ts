import { free } from "../../array/empty.ts";
import type { Handler } from "../handler.ts";
import { nanCount } from "../missing.ts";
import { readThrough } from "../operands.ts";
import { sharedArray } from "../shared.ts";

export const view: Handler<"view"> = (sessions, { handle, of }) => {
  const { reading } = sessions.get(handle);
  const { isCopy, ...viewed } = readThrough(reading, of);
  const { array } = viewed;
  const own = sessions.addView(handle, of, {
    ...reading,
    ...viewed,
    kind: "array",
    release: () => {
      if (isCopy) free(array);
    },
  });
  return { handle: own, array: sharedArray(array), nanCount: nanCount(array) };
};
