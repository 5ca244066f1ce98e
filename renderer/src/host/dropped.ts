import { failed, ok, type Result } from "@argscope/core/contract/result.ts";
import { AccessError } from "@argscope/core/errors.ts";
import { pickedFile } from "./file.ts";
import type { Picked } from "./host.ts";

/** What was dropped on the window: its first file. `null`: there was no file in it. */
export function droppedSource(data: DataTransfer): Result<Picked | null> {
  const item = [...data.items].find(({ kind }) => kind === "file");
  const file = item?.getAsFile() ?? null;
  if (item === undefined || file === null) return ok(null);
  // A folder comes as a File too, of which no byte can be read.
  if (item.webkitGetAsEntry()?.isDirectory) {
    return failed(new AccessError(`${file.name} is a folder. Choose a file in it.`).toFault());
  }
  return ok(pickedFile(file));
}
