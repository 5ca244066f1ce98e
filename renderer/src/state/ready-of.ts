import type { Opened } from "@argscope/core/contract/worker.ts";
import type { Manner } from "../engine/engine.ts";
import type { Ready } from "./session.ts";

/** What is open, as the state speaks of it. */
export function readyOf(opened: Opened, manner: Manner): Ready {
  const { handle, name, kind, array, nanCount, receipt, origin, milliseconds } = opened;
  const { shape, dtype } = array;
  const of = { of: "a", root: null };
  return {
    kind: "ready",
    handle,
    name,
    source: kind,
    ...of,
    shape,
    dtype,
    nanCount,
    receipt,
    origin,
    key: manner.key ?? 0,
    milliseconds,
  };
}
