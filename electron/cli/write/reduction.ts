import type { NdArray } from "@argscope/core";
import type { Operation } from "../command/request.ts";
import type { Subject } from "../engine/subject.ts";

/** A reduction that is done. */
export interface Reduction {
  readonly operation: Operation;
  /** As it was asked for: it may be negative. */
  readonly axis: number | null;
  readonly keepdims: boolean;
  readonly subject: Subject;
  readonly indices: NdArray;
}
