import type { MessagePort } from "node:worker_threads";
import type { Fault } from "@argscope/core/contract/result.ts";
import type { Control } from "@argscope/core/contract/worker.ts";
import type { Request } from "../command/request.ts";

/** What the engine's thread is started with. The answer's bytes go to `port` as write requests, each acknowledged. */
export interface Job {
  readonly request: Request;
  readonly control: Control;
  readonly port: MessagePort;
}

/** How it ended: all is written, the command line was wrong for this file, or the engine refused. */
export type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "usage"; readonly sentence: string }
  | { readonly kind: "refused"; readonly fault: Fault };
