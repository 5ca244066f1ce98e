import type { Result } from "@argscope/core/contract/result.ts";
import type { PortLike, Source } from "@argscope/core/contract/worker.ts";

/** Where an export goes: the name for the person, the port for the worker. */
export interface Target {
  readonly name: string;
  readonly port: PortLike;
}

/** What the page needs of the program around it: the desktop application, or a plain browser. */
export interface Host {
  /** The open dialog. `null`: the person closed it. */
  pickSource(): Promise<Result<Source | null>>;
  /** The save dialog. `null`: the person closed it. */
  pickDestination(suggestedName: string): Promise<Result<Target | null>>;
  /** What the program was asked to open from outside. */
  onOpenRequest(listener: (request: Result<Source>) => void): void;
  /** The page is drawn and listens. */
  pageReady(): void;
}
