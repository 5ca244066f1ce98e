import type { Fault, FaultTag } from "./contract/result.ts";

/** Where in a file something was found. Lines and columns count from 1 as editors do; bytes count from 0. */
export interface Place {
  readonly line?: number;
  readonly column?: number;
  readonly byte?: number;
}

/**
 * What Argscope refuses, with a tag that programs may compare and fields that say the particulars.
 *
 * `name` and `message` are NumPy's where NumPy refuses the same thing. `toFault` is the form that may cross a process or thread.
 */
export abstract class ArgscopeError extends Error {
  abstract readonly tag: FaultTag;

  /** The particulars that travel with the tag. */
  fields(): Fault["fields"] {
    return {};
  }

  toFault(): Fault {
    return { tag: this.tag, name: this.name, message: this.message, fields: this.fields() };
  }
}

/** The bytes are not what the format promises: what is wrong, and where. */
export class FormatError extends ArgscopeError {
  readonly tag = "Format";
  override readonly name = "FormatError";
  readonly place: Place;
  constructor(message: string, place: Place = {}) {
    super(message);
    this.place = place;
  }
  override fields(): Fault["fields"] {
    return { ...this.place };
  }
}

/** A format, dtype or feature that exists and that Argscope does not take. */
export class UnsupportedError extends ArgscopeError {
  readonly tag = "Unsupported";
  override readonly name = "UnsupportedError";
}

/** NumPy's AxisError: the axis is out of range. */
export class AxisError extends ArgscopeError {
  readonly tag = "Axis";
  override readonly name = "AxisError";
  readonly axis: number;
  readonly ndim: number;
  constructor(axis: number, ndim: number) {
    super(`axis ${axis} is out of bounds for array of dimension ${ndim}`);
    this.axis = axis;
    this.ndim = ndim;
  }
  override fields(): Fault["fields"] {
    return { axis: this.axis, ndim: this.ndim };
  }
}

/** NumPy's ValueError. */
export class ValueError extends ArgscopeError {
  readonly tag = "Value";
  override readonly name = "ValueError";
}

/** Python's OverflowError: an integer that the dtype, or a C integer, has no room for. */
export class OverflowError extends ArgscopeError {
  readonly tag = "Value";
  override readonly name = "OverflowError";
}

/** NumPy's TypeError (not JavaScript's). */
export class NumpyTypeError extends ArgscopeError {
  readonly tag = "Type";
  override readonly name = "TypeError";
}

/** NumPy's IndexError. */
export class IndexError extends ArgscopeError {
  readonly tag = "Index";
  override readonly name = "IndexError";
}

/** More memory was asked for than can be had. Both figures are bytes. */
export class CapacityError extends ArgscopeError {
  readonly tag = "Capacity";
  override readonly name = "CapacityError";
  readonly needed: number;
  readonly available: number;
  constructor(message: string, needed: number, available: number) {
    super(message);
    this.needed = needed;
    this.available = available;
  }
  override fields(): Fault["fields"] {
    return { needed: this.needed, available: this.available };
  }
}

/** A file cannot be read or written: it vanished, it is a folder, permission is missing. */
export class AccessError extends ArgscopeError {
  readonly tag = "Access";
  override readonly name = "AccessError";
}

/** The refusal of a file that ended at a byte where it had more when it was opened. `name` is as sentences show it. */
export function endedEarly(name: string, byte: number): AccessError {
  return new AccessError(
    `${name} ended at byte ${byte}, earlier than when it was opened: it changed meanwhile. Open it again.`,
  );
}

/** The person cancelled. Nothing changed. */
export class CancelledError extends ArgscopeError {
  readonly tag = "Cancelled";
  override readonly name = "CancelledError";
  constructor(message = "Cancelled.") {
    super(message);
  }
}

/** A defect of Argscope's own. */
export class InternalError extends ArgscopeError {
  readonly tag = "Internal";
  override readonly name = "InternalError";
}

/** The fault of anything that was thrown: our own errors keep their tag, the rest is Internal. */
export function faultOf(thrown: unknown): Fault {
  if (thrown instanceof ArgscopeError) return thrown.toFault();
  const what = thrown instanceof Error ? thrown.message : String(thrown);
  const message = `Argscope made a mistake of its own (${what}). Nothing was changed; please report it.`;
  return { tag: "Internal", name: "InternalError", message, fields: {} };
}
