import { ArgscopeError, FormatError } from "../../errors.ts";
import type { ByteSource } from "../byte-source.ts";

/** Whatever the library throws is about the bytes: it gets nothing else. Reading them may fail by itself. */
export async function understood<T>({ name }: ByteSource, byte: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ArgscopeError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new FormatError(`${name} is not a Parquet file that can be read: ${why} (byte ${byte}).`, { byte });
  }
}

/** The bytes in an ArrayBuffer of their own, as the library takes them. */
export function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
