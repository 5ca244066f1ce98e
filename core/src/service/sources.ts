import type { Source } from "../contract/worker.ts";
import type { ByteSource } from "../formats/byte-source.ts";
import { fileSource } from "./file-source.ts";
import { portSource } from "./port-source.ts";
import { withFile } from "./with-file.ts";

/** The bytes behind what the page asked to open. */
export function byteSource(source: FreshSource): ByteSource {
  switch (source.kind) {
    case "file":
      return fileSource(source.name, source.file);
    case "port":
      return withFile(portSource(source.name, source.size, source.port), source.file);
    case "text":
      return textSource(source.name, source.text);
  }
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
