import type { Origin, ReadingOptions } from "@argscope/core/contract/opening.ts";
import type { Fault } from "@argscope/core/contract/result.ts";
import type { View } from "./view.ts";

/** What is open. The arrays themselves are on the shelf, under `handle`. */
export interface Ready {
  readonly kind: "ready";
  readonly handle: number;
  readonly name: string;
  readonly source: "table" | "array";
  /** What of the file is shown: its array `a`, or a view of it such as `a[::-1].T`, which then has the handle and the shape. */
  readonly of: string;
  /** What is open as `a` while a view of it is shown; null where that is `a` itself. */
  readonly root: Ready | null;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly nanCount: number;
  readonly receipt: readonly string[];
  /** The page's number for the source, and how it was read. */
  readonly key: number;
  readonly origin: Origin;
  /** Time of the opening. */
  readonly milliseconds: number;
}

export interface Empty {
  readonly kind: "empty";
}

/** Nothing is open, and what was tried last could not be. */
export interface Failed {
  readonly kind: "failed";
  readonly name: string;
  readonly fault: Fault;
  /** What it was tried with; null where there is no source to try again. */
  readonly tried: Tried | null;
}

/** A source that may be read in another way: the page's number for it, and what it was to be read with. */
export interface Tried {
  readonly key: number;
  readonly options: ReadingOptions;
}

export type Settled = Empty | Ready | Failed;

/**
 * `before` is what the window shows until there is something of the new file, and again when the opening is cancelled.
 * `first`: the first rows, which the grid shows while the rest is read. `progress` in 1/1000.
 */
export interface Opening {
  readonly kind: "opening";
  readonly serial: number;
  readonly name: string;
  readonly progress: number;
  readonly before: Settled;
  readonly first: FirstRows | null;
}

/** The first rows as something open of their own, and how the window stood over what was there before. */
export interface FirstRows {
  readonly rows: Ready;
  readonly viewBefore: View;
}

export type Session = Settled | Opening;

/** What is open as `a`, whatever view of it is shown. */
export function rootOf(session: Ready): Ready {
  return session.root ?? session;
}
