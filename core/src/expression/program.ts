import type { Dtype, PlainDtype } from "../array/dtype.ts";
import type { NanRule, Operation } from "../contract/worker.ts";
import type { Literal } from "../formats/literal/literal.ts";
import type { Span } from "./expression-error.ts";

/**
 * What an expression means: an array, the views of it, and what is asked of the last view. Plain data, which may cross to a
 * worker; every part knows where in the text it stands.
 */
export interface Program {
  readonly source: Source;
  readonly steps: readonly ViewStep[];
  /** `null`: nothing is asked, the view itself is meant. */
  readonly final: Final | null;
}

/** A program that is only an array and its views. */
export type ViewProgram = Pick<Program, "source" | "steps">;

/** Where the elements come from: the open array, or a new one. */
export type Source = Span & ({ readonly kind: "a" } | LiteralSource | Maker);

export interface LiteralSource {
  readonly kind: "literal";
  readonly literal: Literal;
  /** `null`: the dtype that `np.array` would choose. Of text the length may be open, of dates the unit. */
  readonly dtype: Dtype | null;
  /** False for a bare list, which a function of NumPy's sees as such. */
  readonly isArray: boolean;
}

/** A call that makes an array out of nothing. */
export type Maker =
  | { readonly kind: "arange"; readonly from: Num; readonly to: Num; readonly by: Num; readonly dtype: PlainDtype | null }
  | { readonly kind: "full"; readonly shape: Shape; readonly value: Literal; readonly dtype: PlainDtype | null }
  | {
      readonly kind: "eye";
      readonly rows: number;
      readonly columns: number;
      readonly diagonal: bigint;
      readonly dtype: PlainDtype;
    }
  | {
      readonly kind: "integers";
      readonly seed: bigint;
      readonly low: bigint;
      readonly high: bigint;
      /** True: `high` itself may come. */
      readonly closed: boolean;
      /** `null`: one number. */
      readonly size: Shape | null;
    };

/** A Python number: a bigint is an int, a number a float. */
export type Num = bigint | number;

/** Lengths as they were written, or the shape of another view. Negative lengths pass: whoever takes the shape refuses them. */
export type Shape = Span &
  (
    | { readonly kind: "lengths"; readonly lengths: readonly number[] }
    | { readonly kind: "shapeOf"; readonly program: ViewProgram }
  );

export type ViewStep = Span &
  (
    | {
        readonly kind: "slice";
        /** What stands between the brackets. */
        readonly index: string;
        /** True where integers alone stand there: what has no dimension left is then a scalar in NumPy. */
        readonly onlyIntegers: boolean;
      }
    | { readonly kind: "transpose"; readonly axes: readonly number[] | null }
    | { readonly kind: "reshape"; readonly shape: Shape }
    /** `np.broadcast_to`: nothing is copied, whatever the shape. */
    | { readonly kind: "broadcast"; readonly shape: Shape }
  );

/** One reduction. `indices` is argmin and its kin, `values` is min and its kin. `axis` is as it was written, so maybe negative. */
export interface ReductionFinal extends Span {
  readonly kind: "indices" | "values";
  readonly operation: Operation;
  readonly nan: NanRule;
  readonly axis: number | null;
  readonly keepdims: boolean;
  /** Where the axis stands; the whole call where it was left out. */
  readonly axisSpan: Span;
}

/** `np.unravel_index` of the indices that a reduction gives, or of the view's own elements. */
export interface UnravelFinal extends Span {
  readonly kind: "unravel";
  readonly of: ReductionFinal | null;
  readonly shape: Shape;
}

export type Final = ReductionFinal | UnravelFinal;
