import type { FileLike, Source } from "../contract/worker.ts";
import { AccessError } from "../errors.ts";
import type { ByteSource } from "../formats/byte-source.ts";
import { portSource, shorter } from "./port-source.ts";

/** The bytes behind what the page asked to open. */
export function byteSource(source: FreshSource): ByteSource {
  switch (source.kind) {
    case "file":
      return fileSource(source.name, source.file);
    case "port":
      return portSource(source.name, source.size, source.port);
    case "text":
      return textSource(source.name, source.text);
  }
}

function fileSource(name: string, file: FileLike): ByteSource {
  return {
    name,
    size: file.size,
    async read(start, end) {
      let bytes: Uint8Array;
      try {
        bytes = new Uint8Array(await file.slice(start, end).arrayBuffer());
      } catch {
        // Chromium's words (NotFoundError, NotReadableError) do not say more than this.
        throw new AccessError(`${name} cannot be read: it is a folder, or it was moved, changed or locked. Open it again.`);
      }
      if (bytes.length !== end - start) throw shorter(name, start + bytes.length);
      return bytes;
    },
    close() {},
  };
}

/** A source that is not kept from an earlier request. */
export type FreshSource = Exclude<Source, { kind: "kept" }>;

function textSource(name: string, text: string): ByteSource {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: bytes.length,
    read: async (start, end) => bytes.subarray(start, end),
    close() {},
  };
}
