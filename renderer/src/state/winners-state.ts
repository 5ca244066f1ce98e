import type { LaneOrder, Rails } from "@argscope/core/contract/winners.ts";
import type { SightKey } from "./sight.ts";

/** What is known of an answer's lanes beside their winners. The counts themselves are on the shelf. `answer`: its serial. */
export type Facts =
  | { readonly kind: "none" }
  | { readonly kind: "known"; readonly answer: number; readonly lanesWithTies: number; readonly lanesWithNan: number };

/** The list as it can be read; its order is on the shelf. It stays while another order is being made. */
export type Listed =
  | { readonly kind: "none" }
  | { readonly kind: "listed"; readonly answer: number; readonly serial: number; readonly count: number };

/** Pictures of where the winners are, of one answer in one sight. */
export type RailsState =
  | { readonly kind: "none" }
  | { readonly kind: "drawn"; readonly answer: number; readonly sight: SightKey; readonly rails: Rails };

/** The cell whose lane is lit, by its full index in the array that is shown. */
export type Lit = { readonly kind: "none" } | { readonly kind: "cell"; readonly index: readonly number[] };

/** Where F8 led to, in words. A new serial is a new step. */
export type WalkState = { readonly kind: "none" } | { readonly kind: "at"; readonly serial: number; readonly text: string };

export interface WinnersState {
  readonly facts: Facts;
  /** What the list is to be ordered by. */
  readonly order: LaneOrder;
  readonly listed: Listed;
  readonly rails: RailsState;
  readonly lit: Lit;
  readonly walk: WalkState;
  /** How often texts of winners have come that were not there when they were looked for. */
  readonly arrivals: number;
  /** The cell that a walk goes on from: what had the focus last, or was jumped to. */
  readonly from: readonly number[] | null;
}

export const noWinners: WinnersState = {
  facts: { kind: "none" },
  order: { column: "lane", descending: false, filter: "all" },
  listed: { kind: "none" },
  rails: { kind: "none" },
  lit: { kind: "none" },
  walk: { kind: "none" },
  arrivals: 0,
  from: null,
};
