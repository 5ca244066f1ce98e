import type { Opened } from "../contract/worker.ts";
import { nanCount } from "./missing.ts";
import type { Reading } from "./reading.ts";
import type { Sessions } from "./sessions.ts";
import { sharedArray, sharedText } from "./shared.ts";

/** Puts a reading under a handle, and says of it what the page needs. @param since when the opening began, in ms */
export function openedOf(sessions: Sessions, reading: Reading, name: string, since: number): Opened {
  return {
    handle: sessions.add(reading),
    name,
    kind: reading.kind,
    array: sharedArray(reading.array),
    columns: reading.columns,
    labels: reading.labels.map(sharedText),
    nanCount: nanCount(reading.array),
    receipt: reading.receipt,
    origin: reading.origin,
    milliseconds: performance.now() - since,
  };
}
