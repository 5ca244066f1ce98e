import { failed, ok, type Result } from "@argscope/core/contract/result.ts";
import type { Source } from "@argscope/core/contract/worker.ts";
import { AccessError } from "@argscope/core/errors.ts";
import { fileSource } from "./file.ts";

/** What was dropped on the window: its first file. `null`: there was no file in it. */
export function droppedSource(data: DataTransfer): Result<Source | null> {
  const item = [...data.items].find(({ kind }) => kind === "file");
  const file = item?.getAsFile() ?? null;
  if (item === undefined || file === null) return ok(null);
  // A folder comes as a File too, of which no byte can be read.
  if (item.webkitGetAsEntry()?.isDirectory) {
    return failed(new AccessError(`${file.name} is a folder. Choose a file in it.`).toFault());
  }
  return ok(fileSource(file));
}
