import { stat } from "node:fs/promises";
import type { Fate } from "@argscope/core/contract/bridge.ts";
import { AccessError } from "@argscope/core/errors.ts";
import type { Identity } from "./identity.ts";

/** A file as it was when the page got it. `mtimeMs`: when it was last written to. */
export interface Stamp extends Identity {
  readonly mtimeMs: number;
}

interface Original {
  readonly path: string;
  readonly stamp: Stamp;
}

/**
 * The files that one page got to read, by the ids of their grants, for as long as the page lives: it may save over them. The grant
 * itself ends earlier.
 */
export class Originals {
  readonly #files = new Map<string, Original>();

  remember(id: string, path: string, stamp: Stamp): void {
    this.#files.set(id, { path, stamp });
  }

  /** @throws {AccessError} no file was granted under the id. */
  pathOf(id: string): string {
    const original = this.#files.get(id);
    if (original === undefined) throw new AccessError("This file is not granted any more. Save it under a name.");
    return original.path;
  }

  /**
   * Whether the file is still as the page got it. What cannot be looked at counts as gone: writing says why.
   *
   * @throws {AccessError} no file was granted under the id.
   */
  async fate(id: string): Promise<Fate> {
    const path = this.pathOf(id);
    const stamp = this.#files.get(id)?.stamp;
    try {
      const { dev, ino, size, mtimeMs } = await stat(path);
      if (dev !== stamp?.dev || ino !== stamp.ino) return "replaced";
      return size === stamp.size && mtimeMs === stamp.mtimeMs ? "same" : "changed";
    } catch {
      return "gone";
    }
  }

  forgetAll(): void {
    this.#files.clear();
  }
}
