import type { Source } from "@argscope/core/contract/worker.ts";
import type { Desk } from "./desk.ts";

/** Keeps what main needs to write over a file later: its grant. A file that was dropped gets one beside its opening. */
export function noteGrant({ shelf, host }: Desk, key: number, source: Source): void {
  if (source.kind === "port" && source.grant !== undefined) shelf.grants.set(key, source.grant);
  if (source.kind !== "file" || host.originals === null) return;
  void host.originals.grantOf(source.file).then((grant) => {
    // What is on no disk has none, and is saved under a name.
    if (grant.ok) shelf.grants.set(key, grant.value.id);
  });
}
