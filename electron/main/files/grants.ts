import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import type { Grant } from "@argscope/core/contract/bridge.ts";
import { AccessError } from "@argscope/core/errors.ts";
import { checkIdentity, type Identity, openForReading } from "./identity.ts";
import type { Port } from "./port.ts";
import { type Reading, serveReads } from "./reading.ts";

interface Granted {
  readonly path: string;
  readonly identity: Identity;
  readonly readings: Set<Reading>;
}

/** The files that one page may read: id → path. The ids are the page's, the paths never leave this table. */
export class Grants {
  readonly #granted = new Map<string, Granted>();

  /**
   * Grants a file that the person chose.
   *
   * @throws {AccessError} it cannot be read: opening is tried at once, so that the refusal comes with the choice.
   */
  async grant(path: string): Promise<Grant> {
    const { handle, identity } = await openForReading(path);
    await handle.close();
    const id = randomUUID();
    this.#granted.set(id, { path, identity, readings: new Set() });
    return { id, name: basename(path), size: identity.size };
  }

  /**
   * Serves the granted file's bytes over `port` until the port closes or the grant is released.
   *
   * @throws {AccessError} the id is not granted, or the file is gone or not the one that was chosen.
   */
  async connect(id: string, port: Port): Promise<void> {
    const granted = this.#granted.get(id);
    if (granted === undefined) throw new AccessError("This file is not granted any more. Open it again.");
    const { handle, identity } = await openForReading(granted.path);
    try {
      checkIdentity(granted.path, granted.identity, identity);
    } catch (error) {
      await handle.close();
      throw error;
    }
    const file = { handle, path: granted.path, size: identity.size };
    const reading = serveReads(file, port, () => granted.readings.delete(reading));
    granted.readings.add(reading);
    // Released while the file was being opened.
    if (this.#granted.get(id) !== granted) await reading.close();
  }

  /** Forgets a grant and closes what reads it. An id that is not granted is no error: it is gone, as asked. */
  async release(id: string): Promise<void> {
    const granted = this.#granted.get(id);
    this.#granted.delete(id);
    await Promise.all(Array.from(granted?.readings ?? [], (reading) => reading.close()));
  }

  async releaseAll(): Promise<void> {
    await Promise.all(Array.from(this.#granted.keys(), (id) => this.release(id)));
  }
}
