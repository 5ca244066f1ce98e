import type { WriteReply, WriteRequest } from "@argscope/core/contract/bridge.ts";
import type { PortLike } from "@argscope/core/contract/worker.ts";

/** A write port whose file is a download: blocks gather as they come, `commit` hands them to the browser. */
export function downloadPort(name: string): PortLike {
  const { port1, port2 } = new MessageChannel();
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  port1.onmessage = ({ data }: MessageEvent<WriteRequest>) => {
    // A Blob takes no shared memory; what came through a port is a copy of our own.
    if (data.kind === "write") blocks.push(data.bytes as Uint8Array<ArrayBuffer>);
    if (data.kind === "commit") download(name, new Blob(blocks));
    if (data.kind !== "write") blocks.length = 0;
    port1.postMessage({ kind: "done" } satisfies WriteReply);
  };
  return port2 as PortLike;
}

/** Long enough for the browser to have taken hold of the bytes. */
const LINK_LIVES_MS = 60_000;

function download(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), LINK_LIVES_MS);
}
