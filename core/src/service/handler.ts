import type { CallName, Calls } from "../contract/worker.ts";
import type { Sessions } from "./sessions.ts";

/** How one call is answered. It throws what it refuses. */
export type Handler<K extends CallName> = (
  sessions: Sessions,
  takes: Calls[K]["takes"],
) => Promise<Calls[K]["gives"]> | Calls[K]["gives"];
