/** The kinds of refusal. Programs compare these, never the text of a message. */
export type FaultTag =
  | "Format"
  | "Unsupported"
  | "Axis"
  | "Value"
  | "Type"
  | "Index"
  | "Capacity"
  | "Access"
  | "Cancelled"
  | "Internal";

/** A refusal as it crosses a process or thread: plain data, never a thrown object. */
export interface Fault {
  readonly tag: FaultTag;
  /** NumPy's class name where NumPy refuses the same thing. */
  readonly name: string;
  /** One sentence for a person: what, where. */
  readonly message: string;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failed(fault: Fault): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault };
}
