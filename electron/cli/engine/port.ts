import type { MessagePort } from "node:worker_threads";
import type { PortLike } from "@argscope/core/contract/worker.ts";

/** A port of Node's as core knows ports. */
export function portLike(port: MessagePort): PortLike {
  const like: PortLike = {
    onmessage: null,
    postMessage: (message) => port.postMessage(message),
    start: () => void port.on("message", (data: unknown) => like.onmessage?.({ data })),
    close: () => port.close(),
  };
  return like;
}
