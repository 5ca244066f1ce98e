import type { FileHandle } from "node:fs/promises";
import type { ReadReply, ReadRequest } from "@argscope/core/contract/bridge.ts";
import { endedEarly, faultOf, InternalError } from "@argscope/core/errors.ts";
import { asAccessError, quoted } from "./access.ts";
import type { Port } from "./port.ts";

/** Bytes that one request may ask for, and requests that may wait at a time: what the page can make main hold, 16 MiB. */
export const MAX_READ = 4 * 1024 * 1024;
const MAX_IN_FLIGHT = 4;

interface OpenFile {
  readonly handle: FileHandle;
  readonly path: string;
  readonly size: number;
}

export interface Reading {
  /** Closes the port and, when the reads under way are done, the file. */
  close(): Promise<void>;
}

/** Answers the read requests of one port from one open file, which it owns from now on, until either is closed. */
export function serveReads(file: OpenFile, port: Port, onClosed: () => void): Reading {
  let inFlight = 0;
  let closing: Promise<void> | null = null;

  function close(): Promise<void> {
    closing ??= file.handle.close().finally(onClosed);
    port.close();
    return closing;
  }

  function reply(message: ReadReply): void {
    if (closing === null) port.postMessage(message);
  }

  async function answer(data: unknown): Promise<void> {
    const request = readRequest(data, file.size);
    if (request === null) {
      const error = new InternalError("A read request that makes no sense was refused.");
      reply({ kind: "fault", start: startOf(data), fault: error.toFault() });
    } else if (request.kind === "close") {
      await close();
    } else if (inFlight >= MAX_IN_FLIGHT) {
      const error = new InternalError(`More than ${MAX_IN_FLIGHT} read requests at a time were refused.`);
      reply({ kind: "fault", start: request.start, fault: error.toFault() });
    } else {
      inFlight++;
      const outcome = await bytesOf(file, request.start, request.end);
      inFlight--;
      reply(outcome);
    }
  }

  port.on("message", (event) => void answer(event.data));
  port.on("close", () => void close());
  port.start();
  return { close };
}

async function bytesOf(file: OpenFile, start: number, end: number): Promise<ReadReply> {
  try {
    // An array of its own, not a pooled Buffer: a message would carry the whole pool.
    const bytes = new Uint8Array(end - start);
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.handle.read(bytes, filled, bytes.length - filled, start + filled);
      if (bytesRead === 0) throw endedEarly(quoted(file.path), start + filled);
      filled += bytesRead;
    }
    return { kind: "bytes", start, bytes };
  } catch (error) {
    return { kind: "fault", start, fault: faultOf(asAccessError(error, file.path, "read")) };
  }
}

function readRequest(data: unknown, size: number): ReadRequest | null {
  if (typeof data !== "object" || data === null || !("kind" in data)) return null;
  if (data.kind === "close") return { kind: "close" };
  if (data.kind !== "read" || !("start" in data) || !("end" in data)) return null;
  const { start, end } = data;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return null;
  if (typeof start !== "number" || typeof end !== "number") return null;
  if (start < 0 || end < start || end > size || end - start > MAX_READ) return null;
  return { kind: "read", start, end };
}

/** The `start` that a refused request named, so that its sender can tell which one it was; -1 where it named none. */
function startOf(data: unknown): number {
  if (typeof data !== "object" || data === null || !("start" in data)) return -1;
  return typeof data.start === "number" ? data.start : -1;
}
