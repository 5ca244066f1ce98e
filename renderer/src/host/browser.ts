import { ok } from "@argscope/core/contract/result.ts";
import { downloadPort } from "./download.ts";
import { pickedFile } from "./file.ts";
import type { Host, Picked } from "./host.ts";

/** The page alone in a browser: files come through the file input and leave as downloads. */
export function browserHost(): Host {
  return {
    pickSource: async () => ok(await chosenFile()),
    pickDestination: async (name) => ok({ name, port: downloadPort(name) }),
    onOpenRequest() {},
    pageReady() {},
  };
}

function chosenFile(): Promise<Picked | null> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.hidden = true;
    const settle = (picked: Picked | null): void => {
      input.remove();
      resolve(picked);
    };
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      settle(file === undefined ? null : pickedFile(file));
    });
    input.addEventListener("cancel", () => settle(null));
    document.body.append(input);
    input.click();
  });
}
