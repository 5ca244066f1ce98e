import type { EditingCalls } from "./editing.ts";
import type { OpeningCalls, Origin } from "./opening.ts";
import type { OrderingCalls } from "./ordering.ts";
import type { Fault, Result } from "./result.ts";
import type { ScalingCalls } from "./scaling.ts";
import type { SelectingCalls } from "./selecting.ts";
import type { EvaluateCall, ViewCall } from "./viewing.ts";
import type { WinnerCalls } from "./winners.ts";

/**
 * What the page and its worker say to each other.
 *
 * One request has one answer with the same `id`. Bulk never travels: an array crosses as the shared block it lives in and
 * the way to walk it. Progress and cancel are two words of shared memory that the request brings along.
 */

/** [0] progress in 1/1000, written by core; [1] anything but 0 means cancel, written by the page. */
export type Control = Int32Array;

/** An array in shared memory, and how to walk it. Strides and offset count elements, not bytes. */
export interface SharedArray {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly buffer: ArrayBufferLike;
  /** Where the array's block starts in `buffer`, in bytes. */
  readonly byteOffset: number;
  /** Numbers in the block (its typed array's length), and bytes of one: 4 or 8 tell an intp's Int32 from its Float64. */
  readonly length: number;
  readonly itemsize: number;
}

/** A column of text in shared memory: UTF-8 bytes, and where each row's text ends. Row r is bytes[ends[r-1] or 0, ends[r]). */
export interface SharedText {
  readonly name: string;
  readonly rows: number;
  readonly bytes: SharedArray;
  /** dtype float64, so that more than 4 GiB of text can be addressed. */
  readonly ends: SharedArray;
}

/**
 * What can be read: a file that the page holds, a port to a file that main holds, or text that someone typed; and, where the
 * request has its key, any of them that the worker keeps from an earlier request.
 */
export type Source =
  | { readonly kind: "file"; readonly name: string; readonly file: FileLike }
  | {
      readonly kind: "port";
      readonly name: string;
      readonly size: number;
      readonly port: PortLike;
      readonly grant?: string;
      /** The same file, where the page got to hold it: it brings large reads several times as fast as the port. */
      readonly file?: FileLike;
    }
  | { readonly kind: "text"; readonly name: string; readonly text: string }
  | { readonly kind: "kept"; readonly name: string };

/** The part of the web's `File` that reading needs. */
export interface FileLike {
  readonly size: number;
  slice(start: number, end: number): FilePart;
}

export interface FilePart {
  arrayBuffer(): Promise<ArrayBuffer>;
  stream(): { getReader(how: { mode: "byob" }): FilePartReader };
}

/** Brings bytes into memory that is given to it: the value's buffer is the view's, which is detached. */
export interface FilePartReader {
  read(view: Uint8Array): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/** The part of a `MessagePort` that reading and writing need. */
export interface PortLike {
  postMessage(message: unknown): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  start(): void;
  close(): void;
}

/** What an opened file became. `array` is what `a` means; `labels` are the columns of text, in file order. */
export interface Opened {
  /** The worker's handle; `free` gives the memory back. */
  readonly handle: number;
  readonly name: string;
  readonly kind: "table" | "array";
  readonly array: SharedArray;
  /** Names of `a`'s columns; empty for a plain array. */
  readonly columns: readonly string[];
  readonly labels: readonly SharedText[];
  readonly nanCount: number;
  /** Sentences about what was decided while reading, most important first. */
  readonly receipt: readonly string[];
  readonly origin: Origin;
  readonly milliseconds: number;
}

export type Operation = "argmin" | "argmax";
export type NanRule = "numpy" | "skip";

export interface Reduction {
  readonly operation: Operation;
  readonly axis: number | null;
  readonly nan: NanRule;
  readonly keepdims: boolean;
  /** What is reduced, in the language of the formula bar: `a`, or a view of it such as `a[10:500, 2:5]`. The axis is the view's. */
  readonly of: string;
}

export interface Answer extends Reduction {
  /** dtype intp: Int32 or Float64 elements. */
  readonly indices: SharedArray;
  /** As NumPy's `print` shows it. */
  readonly text: string;
  /** Time of the reduction alone. */
  readonly milliseconds: number;
}

/** What the worker formats for a file, block by block, into a write port. */
export interface ExportChoice {
  readonly format: "csv";
  /** Guard text cells that a spreadsheet would run as a formula with a leading apostrophe. */
  readonly guardFormulas: boolean;
}

export interface Exported {
  readonly bytes: number;
  readonly rows: number;
  /** Cells that were guarded. */
  readonly guarded: number;
}

/** Every request by name: what it takes and what it answers. */
export interface Calls extends OpeningCalls, OrderingCalls, ScalingCalls, EditingCalls, SelectingCalls, WinnerCalls {
  view: ViewCall;
  evaluate: EvaluateCall;
  reduce: { takes: { handle: number; reduction: Reduction; control: Control }; gives: Answer };
  export: { takes: { handle: number; reduction: Reduction; choice: ExportChoice; port: PortLike }; gives: Exported };
  free: { takes: { handle: number }; gives: null };
}

export type CallName = keyof Calls;

export type Request = {
  [K in CallName]: { readonly id: number; readonly call: K; readonly takes: Calls[K]["takes"] };
}[CallName];

export interface Reply {
  readonly id: number;
  readonly result: Result<Calls[CallName]["gives"]>;
}

/** What the worker says unasked: once that it listens, or that it cannot go on. */
export type Announcement = { readonly event: "ready" } | { readonly event: "crashed"; readonly fault: Fault };

export type FromWorker = Reply | Announcement;
