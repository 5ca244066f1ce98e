import { ok } from "@argscope/core/contract/result.ts";
import type { Source } from "@argscope/core/contract/worker.ts";
import { downloadPort } from "./download.ts";
import { fileSource } from "./file.ts";
import type { Host } from "./host.ts";

/** The page alone in a browser: files come through the file input and leave as downloads. */
export function browserHost(): Host {
  return {
    originals: null,
    reread: async () => null,
    closeWindow: null,
    pickSource: async () => ok(await chosenFile()),
    pickDestination: async (name) => ok({ name, port: downloadPort(name) }),
    recent: null,
    // A browser says nothing of it but a coarse figure of the whole machine.
    availableMemory: async () => null,
    onOpenRequest() {},
    pageReady() {},
  };
}

function chosenFile(): Promise<Source | null> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.hidden = true;
    const settle = (source: Source | null): void => {
      input.remove();
      resolve(source);
    };
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      settle(file === undefined ? null : fileSource(file));
    });
    input.addEventListener("cancel", () => settle(null));
    document.body.append(input);
    input.click();
  });
}
