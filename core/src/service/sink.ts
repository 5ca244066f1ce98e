import type { WriteReply, WriteRequest } from "../contract/bridge.ts";
import type { PortLike } from "../contract/worker.ts";
import { AccessError } from "../errors.ts";

/** Where an export goes, block by block. Nothing stands under the file's name before `commit`. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>;
  commit(): Promise<void>;
  abort(): Promise<void>;
}

/** A sink at the other end of a write port. Every message is acknowledged, so memory never holds more than one block. */
export function portSink(port: PortLike): Sink {
  let settle: ((reply: WriteReply) => void) | null = null;
  port.onmessage = ({ data }) => {
    settle?.(data as WriteReply);
    settle = null;
  };
  port.start();
  const send = async (request: WriteRequest): Promise<void> => {
    const reply = await new Promise<WriteReply>((resolve) => {
      settle = resolve;
      port.postMessage(request);
    });
    if (reply.kind === "fault") throw new AccessError(reply.fault.message);
  };
  return {
    write: (bytes) => send({ kind: "write", bytes }),
    async commit() {
      await send({ kind: "commit" });
      port.close();
    },
    async abort() {
      await send({ kind: "abort" });
      port.close();
    },
  };
}
