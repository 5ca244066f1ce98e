import { FormatError } from "../../errors.ts";
import { type ByteSource, blocksOf, partOf } from "../byte-source.ts";
import { crc32 } from "../npz/crc32.ts";
import { inflate } from "../npz/inflate.ts";
import { FIXED_BYTES, headerEnd, startsAsGzip, startsMember } from "./header.ts";
import { MOST_ZEROS, memberEnd, paddingStart, TRAILER_BYTES } from "./padding.ts";

/** No header needs more: 64 KiB of extra fields, a name and a comment. */
const LONGEST_HEADER = 1 << 18;

/**
 * The content of a gzip file, block by block, as it is unpacked.
 *
 * A file may have several members, one after the other (`bgzip` writes thousands): their contents are joined. A browser's
 * DecompressionStream stops at the first with an error, so members are told apart here, and each is inflated by itself.
 */
export class Gunzip {
  /** Bytes of the file that were read so far. */
  position = 0;
  readonly #source: ByteSource;
  readonly #blocks: AsyncGenerator<Uint8Array, void, void>;
  #held = new Uint8Array(0);
  #ended = false;
  /** Where the bytes end that are no padding. */
  #filled = 0;
  /** Where the compressed bytes of the member at hand start. */
  #start = 0;

  constructor(source: ByteSource) {
    this.#source = source;
    this.#blocks = this.#packed();
  }

  /** @throws {FormatError} a member is damaged, or something else stands between members; with the byte. */
  async *blocks(): AsyncGenerator<Uint8Array, void, void> {
    try {
      do yield* this.#member();
      while (await this.#fill(1));
    } finally {
      await this.#blocks.return();
    }
  }

  /** The file without its padding, but for zeros that may be the last member's. */
  async *#packed(): AsyncGenerator<Uint8Array, void, void> {
    this.#filled = await paddingStart(this.#source);
    yield* blocksOf(partOf(this.#source, this.#filled + MOST_ZEROS));
  }

  async *#member(): AsyncGenerator<Uint8Array, void, void> {
    this.#start = await this.#skipHeader();
    let crc = 0;
    let size = 0;
    for await (const block of inflate(this.#payload(), this.#start)) {
      crc = crc32(block, crc);
      size = (size + block.length) % 2 ** 32;
      yield block;
    }
    // The inflater may stop at the end of its data: what is left of the member holds nothing.
    for await (const _ of this.#payload());
    const at = this.#at;
    const trailer = this.#take(TRAILER_BYTES);
    const view = new DataView(trailer.buffer, trailer.byteOffset, trailer.byteLength);
    if (view.byteLength < TRAILER_BYTES) throw this.#wrong("ends inside its checksum", this.#source.size);
    if (view.getUint32(0, true) !== crc || view.getUint32(4, true) !== size) {
      throw this.#wrong("is damaged, or something else follows its end: its checksum is another", at);
    }
  }

  /** Where the bytes that are held stand in the file. */
  get #at(): number {
    return this.position - this.#held.length;
  }

  async #skipHeader(): Promise<number> {
    await this.#fill(FIXED_BYTES);
    if (!startsAsGzip(this.#held)) throw this.#wrong("has bytes that are not gzip's", this.#at);
    let end = headerEnd(this.#held);
    while (end < 0) {
      const more = this.#held.length < LONGEST_HEADER && (await this.#fill(this.#held.length + 1));
      if (!more) throw this.#wrong("has a header without an end", this.#at);
      end = headerEnd(this.#held);
    }
    this.#take(end);
    return this.#at;
  }

  /** The compressed bytes of the member at hand; its trailer stays held. */
  async *#payload(): AsyncGenerator<Uint8Array, void, void> {
    // What may be a trailer, and the start of a header or zeros that are the trailer's, waits for what follows.
    const kept = TRAILER_BYTES + MOST_ZEROS + FIXED_BYTES;
    do {
      const next = nextMember(this.#held);
      if (next >= 0) {
        if (next > TRAILER_BYTES) yield this.#take(next - TRAILER_BYTES);
        return;
      }
      if (this.#held.length > kept) yield this.#take(this.#held.length - kept);
    } while (await this.#fill(kept + 1));
    const atEnd = this.position === this.#source.size;
    const end = memberEnd(this.#held, this.#filled - this.#at, this.#at - this.#start, atEnd);
    this.position -= this.#held.length - end;
    this.#held = this.#held.subarray(0, end);
    if (this.#held.length > TRAILER_BYTES) yield this.#take(this.#held.length - TRAILER_BYTES);
  }

  /** Holds at least so many bytes, if the file has them. */
  async #fill(bytes: number): Promise<boolean> {
    while (this.#held.length < bytes && !this.#ended) {
      const step = await this.#blocks.next();
      if (step.done === true) {
        this.#ended = true;
        break;
      }
      const both = new Uint8Array(this.#held.length + step.value.length);
      both.set(this.#held);
      both.set(step.value, this.#held.length);
      this.#held = both;
      this.position += step.value.length;
    }
    return this.#held.length >= bytes;
  }

  #take(bytes: number): Uint8Array {
    const taken = this.#held.subarray(0, bytes);
    this.#held = this.#held.subarray(bytes);
    return taken;
  }

  #wrong(what: string, byte: number): FormatError {
    return new FormatError(`${this.#source.name} ${what} (byte ${byte}).`, { byte });
  }
}

/** Where the next member starts, behind at least a trailer; -1 where none does. */
function nextMember(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0x1f, TRAILER_BYTES); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (startsMember(bytes, at)) return at;
  }
  return -1;
}
