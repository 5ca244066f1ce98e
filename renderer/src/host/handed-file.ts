import type { Bridge } from "@argscope/core/contract/bridge.ts";

/** A granted file as the page's own; null where main cannot hand it over. It comes by way of an input that nobody sees. */
export async function handedFile(bridge: Pick<Bridge, "handFile">, document: Document, grant: string): Promise<File | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.id = grant;
  input.hidden = true;
  document.body.append(input);
  try {
    const handed = await bridge.handFile(grant);
    return handed.ok ? (input.files?.[0] ?? null) : null;
  } finally {
    input.remove();
  }
}
