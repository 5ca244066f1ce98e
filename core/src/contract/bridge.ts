import type { Fault, Result } from "./result.ts";

/**
 * What the page may ask of the main process, as preload exposes it at `window.argscope`: named functions only. The page
 * never sees a path: a file it may read or write is a grant or a destination with an id that main made.
 */
export interface Bridge {
  /** The open dialog. `null`: the person closed it. */
  pickFile(): Promise<Result<Grant | null>>;
  /**
   * Main answers with a port to the file's bytes: `{ port: "read", id }` by `window.postMessage`, the port transferred. Whoever
   * reads closes the port when it is done, and the grant ends with it.
   */
  connectGrant(id: string): Promise<Result<null>>;
  /** The save dialog. `null`: the person closed it. */
  pickDestination(suggestedName: string): Promise<Result<Destination | null>>;
  /** As `connectGrant`, with `{ port: "write", id }`. */
  connectDestination(id: string): Promise<Result<null>>;
  /** What the program was asked to open from outside (argument, second start, file association), now and later. */
  onOpenRequest(listener: (request: Result<Grant>) => void): void;
  /** The page is drawn and listens: main may send what it was started with. */
  pageReady(): Promise<Result<null>>;
}

/** A file that the person chose to open. `size` in bytes. */
export interface Grant {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

/** A file that the person chose to write. Nothing exists under its name until `commit`. */
export interface Destination {
  readonly id: string;
  readonly name: string;
}

/** Over a read port. The reader keeps up to four requests in flight; main answers each, in any order. */
export type ReadRequest = { readonly kind: "read"; readonly start: number; readonly end: number } | { readonly kind: "close" };
export type ReadReply =
  | { readonly kind: "bytes"; readonly start: number; readonly bytes: Uint8Array }
  | { readonly kind: "fault"; readonly start: number; readonly fault: Fault };

/** Over a write port. Every message is acknowledged in order; `commit` flushes and renames, `abort` leaves no trace. */
export type WriteRequest =
  | { readonly kind: "write"; readonly bytes: Uint8Array }
  | { readonly kind: "commit" }
  | { readonly kind: "abort" };
export type WriteReply = { readonly kind: "done" } | { readonly kind: "fault"; readonly fault: Fault };

/** What `window.postMessage` brings from preload beside the transferred port. */
export interface PortArrival {
  readonly port: "read" | "write";
  readonly id: string;
}
