import type { MessagePort } from "node:worker_threads";
import type { WriteReply, WriteRequest } from "@argscope/core/contract/bridge.ts";
import type { Control } from "@argscope/core/contract/worker.ts";
import { AccessError, CancelledError, faultOf } from "@argscope/core/errors.ts";
import type { Sink } from "@argscope/core/service/sink.ts";
import { Replacement } from "../../main/files/replacement.ts";

/** Where an answer goes. */
export interface Destination extends Sink {
  /** Whoever read standard output has gone: there is nothing more to do, and nothing to complain of. */
  readonly closed: boolean;
}

/**
 * A file that appears whole or not at all; standard output without a path.
 *
 * @param beforeShown called before anything is written to a terminal
 * @throws {AccessError} the file cannot be written.
 */
export async function openDestination(path: string | null, beforeShown: () => void): Promise<Destination> {
  if (path === null) return new StandardOutput(process.stdout.isTTY ? beforeShown : () => undefined);
  const file = await Replacement.begin(path);
  return {
    closed: false,
    write: (bytes) => file.write(bytes),
    commit: () => file.commit(),
    abort: () => file.abort(),
  };
}

class StandardOutput implements Destination {
  closed = false;
  readonly #beforeShown: () => void;

  constructor(beforeShown: () => void) {
    this.#beforeShown = beforeShown;
    // A write that fails is also an event, which would end the process; the write's own callback tells.
    process.stdout.on("error", () => undefined);
  }

  write(bytes: Uint8Array): Promise<void> {
    this.#beforeShown();
    return new Promise((resolve, reject) => {
      process.stdout.write(bytes, (error) => {
        if (!error) return resolve();
        this.closed = "code" in error && error.code === "EPIPE";
        reject(new AccessError("Standard output cannot be written.", { cause: error }));
      });
    });
  }

  async commit(): Promise<void> {}
  async abort(): Promise<void> {}
}

/** Carries out the engine's write requests, each acknowledged. After a cancel nothing is written any more. */
export function serveWrites(port: MessagePort, destination: Destination, control: Control): void {
  port.on("message", async (request: WriteRequest) => {
    let reply: WriteReply = { kind: "done" };
    try {
      await carryOut(request, destination, control);
    } catch (error) {
      reply = { kind: "fault", fault: faultOf(error) };
    }
    port.postMessage(reply);
  });
}

function carryOut(request: WriteRequest, destination: Destination, control: Control): Promise<void> {
  if (request.kind !== "abort" && Atomics.load(control, 1) !== 0) throw new CancelledError();
  switch (request.kind) {
    case "write":
      return destination.write(request.bytes);
    case "commit":
      return destination.commit();
    case "abort":
      return destination.abort();
  }
}
