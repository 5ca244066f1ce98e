import type { Fate, Grant, RecentFile } from "@argscope/core/contract/bridge.ts";
import type { Result } from "@argscope/core/contract/result.ts";
import type { FileLike, PortLike, Source } from "@argscope/core/contract/worker.ts";

/** Where an export goes: the name for the person, the port for the worker. */
export interface Target {
  /** Main's id; none in a browser. */
  readonly id?: string;
  readonly name: string;
  readonly port: PortLike;
}

/** The files that were opened last, newest first. */
export interface Recent {
  list(): Promise<Result<readonly RecentFile[]>>;
  source(id: string): Promise<Result<Source>>;
  clear(): Promise<Result<null>>;
}

export interface Originals {
  /** The grant of a file that the page holds itself, as it is now. */
  grantOf(file: FileLike): Promise<Result<Grant>>;
  fateOf(grant: string): Promise<Result<Fate>>;
  /** The file's name, whatever became of the file. */
  choose(grant: string): Promise<Result<Target>>;
}

/** What the page needs of the program around it: the desktop application, or a plain browser. */
export interface Host {
  /** Writing over a file that was opened, by its grant; null: the room has no way to. */
  readonly originals: Originals | null;
  /** The open dialog. `null`: the person closed it. */
  pickSource(): Promise<Result<Source | null>>;
  /** The save dialog. `null`: the person closed it. */
  pickDestination(suggestedName: string): Promise<Result<Target | null>>;
  /** The files that were opened last; null where nobody keeps them, as in a browser. */
  readonly recent: Recent | null;
  /** What was written to a target, to be read; null: the room has no way to. */
  reread(target: Target): Promise<Result<Source> | null>;
  /** Closes the window; null: it is the person's own. */
  readonly closeWindow: (() => void) | null;
  /** Bytes of memory that the machine has left; null where nobody says. */
  availableMemory(): Promise<number | null>;
  /** What the program was asked to open from outside. */
  onOpenRequest(listener: (request: Result<Source>) => void): void;
  /** The page is drawn and listens. */
  pageReady(): void;
}
