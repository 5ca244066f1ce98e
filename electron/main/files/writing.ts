import type { WriteReply, WriteRequest } from "@argscope/core/contract/bridge.ts";
import { faultOf, InternalError } from "@argscope/core/errors.ts";
import type { Port } from "./port.ts";
import type { Replacement } from "./replacement.ts";

interface WritingEvents {
  /** The file is whole and has its name. */
  onCommitted(): void;
  onClosed(): void;
}

export interface Writing {
  /** Aborts unless it is committed, and closes the port. Waits for the step under way. */
  close(): Promise<void>;
}

/**
 * Carries out the write requests of one port, one after the other, each acknowledged in order.
 *
 * After a fault nothing more is written and every further request is answered with a fault. A port that closes without
 * a commit (the worker or the page is gone) aborts.
 */
export function serveWrites(file: Replacement, port: Port, { onCommitted, onClosed }: WritingEvents): Writing {
  let queue = Promise.resolve();
  let closing: Promise<void> | null = null;

  async function answer(data: unknown): Promise<void> {
    port.postMessage(await outcomeOf(file, data, onCommitted));
  }

  function close(): Promise<void> {
    closing ??= queue.then(() => file.abort()).finally(onClosed);
    port.close();
    return closing;
  }

  port.on("message", (event) => {
    queue = queue.then(() => answer(event.data));
  });
  port.on("close", () => void close());
  port.start();
  return { close };
}

async function outcomeOf(file: Replacement, data: unknown, onCommitted: () => void): Promise<WriteReply> {
  try {
    const request = writeRequest(data);
    await carryOut(file, request);
    if (request.kind === "commit") onCommitted();
    return { kind: "done" };
  } catch (error) {
    return { kind: "fault", fault: faultOf(error) };
  }
}

function carryOut(file: Replacement, request: WriteRequest): Promise<void> {
  switch (request.kind) {
    case "write":
      return file.write(request.bytes);
    case "commit":
      return file.commit();
    case "abort":
      return file.abort();
  }
}

function writeRequest(data: unknown): WriteRequest {
  if (typeof data === "object" && data !== null && "kind" in data) {
    if (data.kind === "commit" || data.kind === "abort") return { kind: data.kind };
    if (data.kind === "write" && "bytes" in data && data.bytes instanceof Uint8Array)
      return { kind: "write", bytes: data.bytes };
  }
  throw new InternalError("A write request that makes no sense was refused.");
}
