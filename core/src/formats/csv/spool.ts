import { empty, free } from "../../array/empty.ts";
import type { NdArray } from "../../array/ndarray.ts";
import type { ByteSource } from "../byte-source.ts";
import type { Task } from "./task.ts";

const chunkSize = 4 << 20;

/** The bytes of a stream that cannot be read twice, kept in engine memory until `close`. */
export class Spool implements ByteSource {
  readonly name: string;
  size = 0;
  readonly #chunks: NdArray[] = [];

  constructor(name: string) {
    this.name = name;
  }

  /** Takes a whole stream in. @param expected bytes, for progress; 0 where it is not known */
  async fill(stream: AsyncIterable<Uint8Array>, task: Task, expected: number): Promise<void> {
    for await (const bytes of stream) {
      this.append(bytes);
      await task.step(this.size, expected);
    }
  }

  append(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const used = this.size % chunkSize;
      const chunk = (used > 0 ? this.#chunks.at(-1) : undefined) ?? this.#add();
      const part = bytes.subarray(at, at + chunkSize - used);
      (chunk.data as Uint8Array).set(part, used);
      at += part.length;
      this.size += part.length;
    }
  }

  async read(start: number, end: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(end - start);
    for (let at = start; at < end; ) {
      const from = at % chunkSize;
      const data = this.#chunks[Math.floor(at / chunkSize)]?.data as Uint8Array;
      const part = data.subarray(from, from + end - at);
      bytes.set(part, at - start);
      at += part.length;
    }
    return bytes;
  }

  close(): void {
    for (const chunk of this.#chunks) free(chunk);
    this.#chunks.length = 0;
    this.size = 0;
  }

  #add(): NdArray {
    const chunk = empty([chunkSize], "uint8");
    this.#chunks.push(chunk);
    return chunk;
  }
}
