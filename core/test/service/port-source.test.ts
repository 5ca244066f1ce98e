import type { ReadReply, ReadRequest } from "@argscope/core/contract/bridge.ts";
import type { PortLike } from "@argscope/core/contract/worker.ts";
import { portSource } from "@argscope/core/service/port-source.ts";
import { describe, expect, test } from "vitest";

const bytes = Uint8Array.from({ length: 9_500_000 }, (_, k) => (k * 7) % 251);

/** Main's end of a port: it refuses what main refuses, and answers in turn when it is told to. */
function main() {
  let listener: ((event: { data: unknown }) => void) | null = null;
  const open: Extract<ReadRequest, { kind: "read" }>[] = [];
  let most = 0;
  const port: PortLike = {
    postMessage(message) {
      const request = message as ReadRequest;
      if (request.kind !== "read") return;
      if (request.end - request.start > 4 * 1024 * 1024) throw new Error("too long");
      if (open.some(({ start }) => start === request.start)) throw new Error("twice at a time");
      open.push(request);
      most = Math.max(most, open.length);
    },
    set onmessage(heard) {
      listener = heard;
    },
    get onmessage() {
      return listener;
    },
    start() {},
    close() {},
  };
  function answer(reply?: (request: { start: number; end: number }) => ReadReply): boolean {
    const request = open.pop();
    if (request === undefined) return false;
    const whole: ReadReply = { kind: "bytes", start: request.start, bytes: bytes.slice(request.start, request.end) };
    listener?.({ data: reply?.(request) ?? whole });
    return true;
  }
  return { port, answer, most: () => most };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("a file behind a port", () => {
  test("is asked for four pieces at a time, however many reads there are", async () => {
    const { port, answer, most } = main();
    const source = portSource("a", bytes.length, port);
    const reads = Array.from({ length: 30 }, (_, k) => source.read(k * 1000, k * 1000 + 1000));
    while (answer()) await settled();
    for (const [k, read] of (await Promise.all(reads)).entries()) expect(read).toEqual(bytes.slice(k * 1000, k * 1000 + 1000));
    expect(most()).toBe(4);
  });

  test("brings a long stretch in pieces, put together again in any order", async () => {
    const { port, answer } = main();
    const read = portSource("a", bytes.length, port).read(3, bytes.length);
    while (answer()) await settled();
    expect(Buffer.compare(await read, bytes.subarray(3))).toBe(0);
  });

  test("is asked twice for the same place one after the other", async () => {
    const { port, answer } = main();
    const source = portSource("a", bytes.length, port);
    const reads = [source.read(5, 10), source.read(5, 20)];
    while (answer()) await settled();
    expect((await Promise.all(reads)).map((read) => read.length)).toEqual([5, 15]);
  });

  test("goes on after a refusal", async () => {
    const { port, answer } = main();
    const source = portSource("a", bytes.length, port);
    const read = source.read(0, 4);
    const fault = { tag: "Access", name: "AccessError", message: "“a” was not found.", fields: {} } as const;
    answer(({ start }) => ({ kind: "fault", start, fault }));
    await expect(read).rejects.toThrow("was not found");
    const again = source.read(0, 4);
    answer();
    expect(await again).toHaveLength(4);
  });

  test("that has become shorter is refused with the place", async () => {
    const { port, answer } = main();
    const read = portSource("a.csv", bytes.length, port).read(100, 200);
    answer(({ start }) => ({ kind: "bytes", start, bytes: new Uint8Array(7) }));
    await expect(read).rejects.toThrow("a.csv ended at byte 107");
  });
});
