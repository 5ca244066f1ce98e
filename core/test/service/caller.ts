import { Blob } from "node:buffer";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import type { ReadRequest, WriteRequest } from "@argscope/core/contract/bridge.ts";
import type { Result } from "@argscope/core/contract/result.ts";
import type { CallName, Calls, Control, PortLike, Request, Source } from "@argscope/core/contract/worker.ts";
import { Service } from "@argscope/core/service/service.ts";

export function control(): Control {
  return new Int32Array(new SharedArrayBuffer(8));
}

/** Asks a service of its own, as the page asks its worker. */
export function caller(): <K extends CallName>(call: K, takes: Calls[K]["takes"]) => Promise<Result<Calls[K]["gives"]>> {
  const service = new Service();
  let id = 0;
  return async (call, takes) => {
    const request = { id: ++id, call, takes } as unknown as Request;
    const reply = await service.answer(request);
    if (reply.id !== request.id) throw new Error(`Request ${request.id} was answered as ${reply.id}.`);
    return reply.result as never;
  };
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.fault.name}: ${result.fault.message}`);
  return result.value;
}

/** What a person typed. */
export function typed(text: string, name = "typed"): Source {
  return { kind: "text", name, text };
}

/** A file that the page holds. */
export function fileOf(name: string, content: Uint8Array | string): Source {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return { kind: "file", name, file: new Blob([new Uint8Array(bytes)]) };
}

/** A file that main holds: what was read of it at the farthest, and whether its port is closed. */
export function portOf(name: string, bytes: Uint8Array) {
  const { port1, port2 } = new MessageChannel();
  let closed = false;
  let furthest = 0;
  port2.on("message", (request: ReadRequest) => {
    if (request.kind === "close") {
      closed = true;
      port2.close();
      return;
    }
    furthest = Math.max(furthest, request.end);
    port2.postMessage({ kind: "bytes", start: request.start, bytes: new Uint8Array(bytes.slice(request.start, request.end)) });
  });
  const source: Source = { kind: "port", name, size: bytes.length, port: portLike(port1) };
  return { source, isClosed: () => closed, furthest: () => furthest };
}

/** The other end of a write port: what was written, and how it ended. @param fullAt the disk is full at this write; left out: never. */
export function receiver(fullAt?: number): { port: PortLike; written(): Buffer; end(): string } {
  const { port1, port2 } = new MessageChannel();
  const parts: Uint8Array[] = [];
  let end = "open";
  port2.on("message", (request: WriteRequest) => {
    if (request.kind === "write") parts.push(request.bytes);
    else end = request.kind;
    const isFull = request.kind === "write" && parts.length === fullAt;
    const fault = { tag: "Access", name: "AccessError", message: "The disk is full.", fields: {} } as const;
    port2.postMessage(isFull ? { kind: "fault", fault } : { kind: "done" });
    if (end !== "open") port2.close();
  });
  return { port: portLike(port1), written: () => Buffer.concat(parts), end: () => end };
}

export function portLike(port: MessagePort): PortLike {
  return {
    postMessage: (message) => port.postMessage(message),
    set onmessage(listener: ((event: { data: unknown }) => void) | null) {
      if (listener !== null) port.on("message", (data) => listener({ data }));
    },
    get onmessage() {
      return null;
    },
    start: () => port.start(),
    close: () => port.close(),
  };
}
