import type { ReadReply, ReadRequest } from "../contract/bridge.ts";
import type { Fault } from "../contract/result.ts";
import type { FileLike, PortLike, Source } from "../contract/worker.ts";
import { AccessError } from "../errors.ts";
import type { ByteSource } from "../formats/byte-source.ts";

/** The bytes behind what the page asked to open. */
export function byteSource(source: Source): ByteSource {
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

interface Reader {
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
  readonly length: number;
}

function portSource(name: string, size: number, port: PortLike): ByteSource {
  const readers = new Map<number, Reader>();
  const underWay = new Map<number, Promise<Uint8Array>>();
  port.onmessage = ({ data }) => {
    const reply = data as ReadReply;
    const reader = readers.get(reply.start);
    if (reader === undefined) return;
    readers.delete(reply.start);
    underWay.delete(reply.start);
    if (reply.kind === "fault") reader.reject(refusal(reply.fault));
    else if (reply.bytes.length !== reader.length) reader.reject(shorter(name, reply.start + reply.bytes.length));
    else reader.resolve(reply.bytes);
  };
  port.start();
  const ask = (request: ReadRequest): void => port.postMessage(request);
  return {
    name,
    size,
    async read(start, end) {
      // Replies are told apart by their start: a second read from the same place waits for the first.
      for (let first = underWay.get(start); first !== undefined; first = underWay.get(start))
        await first.catch(() => undefined);
      const bytes = new Promise<Uint8Array>((resolve, reject) => {
        readers.set(start, { resolve, reject, length: end - start });
      });
      underWay.set(start, bytes);
      ask({ kind: "read", start, end });
      return bytes;
    },
    close() {
      ask({ kind: "close" });
      port.close();
    },
  };
}

function textSource(name: string, text: string): ByteSource {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: bytes.length,
    read: async (start, end) => bytes.subarray(start, end),
    close() {},
  };
}

function shorter(name: string, byte: number): AccessError {
  return new AccessError(
    `${name} ended at byte ${byte}, earlier than when it was opened: it changed meanwhile. Open it again.`,
  );
}

/** Main only ever refuses a read with Access: whatever it says, it is about the file. */
function refusal(fault: Fault): AccessError {
  return new AccessError(fault.message);
}
