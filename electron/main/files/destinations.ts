import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import type { Destination } from "@argscope/core/contract/bridge.ts";
import { AccessError } from "@argscope/core/errors.ts";
import type { Port } from "./port.ts";
import { Replacement } from "./replacement.ts";
import { serveWrites, type Writing } from "./writing.ts";

/** The files that one page may write, each once: id → path. The ids are the page's, the paths never leave this table. */
export class Destinations {
  readonly #paths = new Map<string, string>();
  /** What was written to its end, and what the page could read before. */
  readonly #readable = new Map<string, string>();
  readonly #writings = new Set<Writing>();
  #over = false;

  /** Registers a file that the person chose. Nothing is touched yet. */
  choose(path: string): Destination {
    const id = randomUUID();
    this.#paths.set(id, path);
    return { id, name: basename(path) };
  }

  /** Registers a file that the page got to read: it may be read again, whether it is then written or not. */
  chooseOriginal(path: string): Destination {
    const destination = this.choose(path);
    this.#readable.set(destination.id, path);
    return destination;
  }

  /**
   * The path of what was written under an id, to be read from there.
   *
   * @throws {AccessError} it was not written to its end.
   */
  written(id: string): string {
    const path = this.#readable.get(id);
    if (path === undefined) throw new AccessError("Nothing was written there that could be read.");
    return path;
  }

  /**
   * Writes what comes over `port`; the name changes hands at `commit`.
   *
   * @throws {AccessError} the id was not chosen or was used before, or the place cannot be written.
   */
  async connect(id: string, port: Port): Promise<void> {
    const path = this.#paths.get(id);
    if (path === undefined) throw new AccessError("This destination is not chosen any more. Choose it again.");
    this.#paths.delete(id);
    const replacement = await Replacement.begin(path);
    const writing = serveWrites(replacement, port, {
      onCommitted: () => this.#readable.set(id, path),
      onClosed: () => this.#writings.delete(writing),
    });
    this.#writings.add(writing);
    // The page went while the file was being created.
    if (this.#over) await writing.close();
  }

  /** Ends everything: what is not committed leaves no trace. */
  async abortAll(): Promise<void> {
    this.#over = true;
    this.#paths.clear();
    this.#readable.clear();
    await Promise.all(Array.from(this.#writings, (writing) => writing.close()));
  }
}
