import type { Bridge } from "@argscope/core/contract/bridge.ts";
import { browserHost } from "./browser.ts";
import { electronHost } from "./electron.ts";
import type { Host } from "./host.ts";

declare global {
  interface Window {
    /** Preload's functions. Absent in a plain browser. */
    readonly argscope?: Bridge;
  }
}

/** The host that is there. */
export function currentHost(): Host {
  return window.argscope === undefined ? browserHost() : electronHost(window.argscope, window);
}
