import type { Fault, Result } from "./result.ts";
import type { FileLike } from "./worker.ts";

/**
 * What the page may ask of the main process, as preload exposes it at `window.argscope`: named functions only. The page
 * never sees a path: a file it may read or write is a grant or a destination with an id that main made.
 */
export interface Bridge {
  /** The open dialog. `null`: the person closed it. */
  pickFile(): Promise<Result<Grant | null>>;
  /** The files that were opened last, newest first. */
  recentFiles(): Promise<Result<readonly RecentFile[]>>;
  /** As `pickFile`, with one of them. */
  openRecent(id: string): Promise<Result<Grant>>;
  clearRecent(): Promise<Result<null>>;
  /**
   * Main answers with a port to the file's bytes: `{ port: "read", id }` by `window.postMessage`, the port transferred. Whoever
   * reads closes the port when it is done, and the grant ends with it.
   */
  connectGrant(id: string): Promise<Result<null>>;
  /**
   * Main puts a granted file into the page's file input whose id is the grant's: the page then holds the file itself, which
   * brings its bytes several times as fast as a port.
   */
  handFile(grant: string): Promise<Result<null>>;
  /** The save dialog. `null`: the person closed it. */
  pickDestination(suggestedName: string): Promise<Result<Destination | null>>;
  /** The grant of a file that the page holds itself: it was dropped. Of a file that is on no disk there is none. */
  grantFile(file: FileLike): Promise<Result<Grant>>;
  /** What has become of a file since it was granted. */
  fateOf(grant: string): Promise<Result<Fate>>;
  /** A file that was granted, to be written over. */
  chooseOriginal(grant: string): Promise<Result<Destination>>;
  /** What was written to a destination, to be read; of an original also where it was not. */
  grantWritten(destination: string): Promise<Result<Grant>>;
  /** As `connectGrant`, with `{ port: "write", id }`. */
  connectDestination(id: string): Promise<Result<null>>;
  /** What the program was asked to open from outside (argument, second start, file association), now and later. */
  onOpenRequest(listener: (request: Result<Grant>) => void): void;
  /** Bytes of memory that the machine has left. */
  availableMemory(): Promise<Result<number>>;
  /** The page is drawn and listens: main may send what it was started with. */
  pageReady(): Promise<Result<null>>;
}

/** A file that the person chose to open. `size` in bytes. */
export interface Grant {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

/** A file that was opened before. `problem`: why it cannot be now, in a sentence. */
export interface RecentFile {
  readonly id: string;
  readonly name: string;
  readonly problem: string | null;
}

/** A file that the person chose to write. Nothing exists under its name until `commit`. */
export interface Destination {
  readonly id: string;
  readonly name: string;
}

/**
 * What became of a file: another program wrote into it, so that what was granted can be read no more; another file has its name;
 * nothing has.
 */
export type Fate = "same" | "changed" | "replaced" | "gone";

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
