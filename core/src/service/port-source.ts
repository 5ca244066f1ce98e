import type { ReadReply, ReadRequest } from "../contract/bridge.ts";
import type { Fault } from "../contract/result.ts";
import type { PortLike } from "../contract/worker.ts";
import { AccessError, endedEarly } from "../errors.ts";
import type { ByteSource } from "../formats/byte-source.ts";

/** What main answers at a time, and what one answer brings: more is refused there. */
const IN_FLIGHT = 4;
const LONGEST = 1 << 22;

interface Read {
  readonly start: number;
  readonly end: number;
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
}

/** A file that main reads: its bytes come through a port. Any number of reads may wait here; main sees a few of them at a time. */
export function portSource(name: string, size: number, port: PortLike): ByteSource {
  const waiting: Read[] = [];
  const asked = new Map<number, Read>();

  function ask(): void {
    while (asked.size < IN_FLIGHT) {
      // Replies are told apart by their start: a second read from the same place waits for the first.
      const next = waiting.findIndex(({ start }) => !asked.has(start));
      const [read] = next < 0 ? [] : waiting.splice(next, 1);
      if (read === undefined) return;
      asked.set(read.start, read);
      port.postMessage({ kind: "read", start: read.start, end: read.end } satisfies ReadRequest);
    }
  }

  port.onmessage = ({ data }) => {
    const reply = data as ReadReply;
    const read = asked.get(reply.start);
    if (read === undefined) return;
    asked.delete(reply.start);
    if (reply.kind === "fault") read.reject(refusal(reply.fault));
    else if (reply.bytes.length !== read.end - read.start) read.reject(endedEarly(name, reply.start + reply.bytes.length));
    else read.resolve(reply.bytes);
    ask();
  };
  port.start();

  function piece(start: number, end: number): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      waiting.push({ start, end, resolve, reject });
      ask();
    });
  }

  return {
    name,
    size,
    async read(start, end) {
      if (end - start <= LONGEST) return piece(start, end);
      const bytes = new Uint8Array(end - start);
      const starts = Array.from({ length: Math.ceil((end - start) / LONGEST) }, (_, k) => start + k * LONGEST);
      await Promise.all(starts.map(async (from) => bytes.set(await piece(from, Math.min(end, from + LONGEST)), from - start)));
      return bytes;
    },
    close() {
      port.postMessage({ kind: "close" } satisfies ReadRequest);
      port.close();
    },
  };
}

/** Main only ever refuses a read with Access: whatever it says, it is about the file. */
function refusal(fault: Fault): AccessError {
  return new AccessError(fault.message);
}
