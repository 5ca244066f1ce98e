import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import type { Grant } from "@argscope/core/contract/bridge.ts";
import { AccessError } from "@argscope/core/errors.ts";
import { checkIdentity, type Identity, openForReading } from "./identity.ts";
import { Originals } from "./originals.ts";
import type { Port } from "./port.ts";
import { type Reading, serveReads } from "./reading.ts";

interface Granted {
  readonly path: string;
  readonly identity: Identity;
  /** Null until a port is connected. */
  reading: Reading | null;
}

/**
 * The files that one page may read: id → path. The ids are the page's, the paths never leave this table. A grant is good for
 * one port and ends with it.
 */
export class Grants {
  readonly #granted = new Map<string, Granted>();
  /** Where the page may save: what it got to read. */
  readonly originals = new Originals();

  /**
   * Grants a file that the person chose.
   *
   * @throws {AccessError} it cannot be read: opening is tried at once, so that the refusal comes with the choice.
   */
  async grant(path: string): Promise<Grant> {
    const { handle, identity } = await openForReading(path);
    await handle.close();
    const id = randomUUID();
    this.#granted.set(id, { path, identity, reading: null });
    this.originals.remember(id, path, identity);
    return { id, name: basename(path), size: identity.size };
  }

  /**
   * Serves the granted file's bytes over `port` until the port closes.
   *
   * @throws {AccessError} the id is not granted or has its port, or the file is gone or not the one that was chosen.
   */
  async connect(id: string, port: Port): Promise<void> {
    const granted = this.#granted.get(id);
    if (granted === undefined || granted.reading !== null) throw notGranted();
    const { handle, identity } = await openForReading(granted.path);
    try {
      checkIdentity(granted.path, granted.identity, identity);
    } catch (error) {
      await handle.close();
      throw error;
    }
    const file = { handle, path: granted.path, size: identity.size };
    const reading = serveReads(file, port, () => this.#granted.delete(id));
    granted.reading = reading;
    // All were ended while the file was being opened.
    if (this.#granted.get(id) !== granted) await reading.close();
  }

  /**
   * Lets the page hold the granted file itself.
   *
   * @param give  gives the page what is under the path
   * @throws {AccessError} the id is not granted, or the file that was given is not the one that was chosen: it is not to be used.
   */
  async lend(id: string, give: (path: string) => Promise<void>): Promise<null> {
    const granted = this.#granted.get(id);
    if (granted === undefined) throw notGranted();
    await give(granted.path);
    const { handle, identity } = await openForReading(granted.path);
    await handle.close();
    checkIdentity(granted.path, granted.identity, identity);
    return null;
  }

  /** The page is gone: nothing is granted any more, and nothing stays open. */
  async endAll(): Promise<void> {
    const readings = Array.from(this.#granted.values(), ({ reading }) => reading);
    this.#granted.clear();
    this.originals.forgetAll();
    await Promise.all(readings.map((reading) => reading?.close()));
  }
}

function notGranted(): AccessError {
  return new AccessError("This file is not granted any more. Open it again.");
}
