import type { Source } from "../contract/worker.ts";
import { AccessError } from "../errors.ts";
import type { ByteSource } from "../formats/byte-source.ts";
import { ReplaceableSource } from "./replaceable-source.ts";
import { byteSource, type FreshSource } from "./sources.ts";

/** A source in use. `release` when nothing that was read from it needs it any more. */
export interface HeldSource {
  readonly bytes: ByteSource;
  release(): void;
}

interface Kept {
  readonly bytes: ByteSource;
  holders: number;
}

/**
 * The sources that the page may ask about again, by its number for each: those that something open was read from, and the one
 * that was tried last. A source without a number is closed when it is released.
 */
export class KeptSources {
  readonly #kept = new Map<number, Kept>();
  #last: number | null = null;

  /** @throws {AccessError} it should be kept, and is not any more. */
  take(source: Source, key: number | undefined): HeldSource {
    if (source.kind === "kept") return this.#hold(this.#find(source.name, key), key ?? -1);
    const bytes = new ReplaceableSource(byteSource(source satisfies FreshSource));
    if (key === undefined) return { bytes, release: () => bytes.close() };
    const kept = { bytes, holders: 0 };
    this.#kept.set(key, kept);
    this.#setLast(key);
    return this.#hold(kept, key);
  }

  /** Nobody will ask again about what was tried last. */
  forgetLast(): void {
    this.#setLast(null);
  }

  #find(name: string, key: number | undefined): Kept {
    const kept = key === undefined ? undefined : this.#kept.get(key);
    if (kept === undefined) throw new AccessError(`${name} is not held any more. Open it again.`);
    return kept;
  }

  #hold(kept: Kept, key: number): HeldSource {
    kept.holders++;
    let isHeld = true;
    return {
      bytes: kept.bytes,
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        kept.holders--;
        this.#closeUnused(key);
      },
    };
  }

  #setLast(key: number | null): void {
    const before = this.#last;
    this.#last = key;
    if (before !== null) this.#closeUnused(before);
  }

  #closeUnused(key: number): void {
    const kept = this.#kept.get(key);
    if (kept === undefined || kept.holders > 0 || key === this.#last) return;
    this.#kept.delete(key);
    kept.bytes.close();
  }
}
