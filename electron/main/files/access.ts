import { basename } from "node:path";
import { AccessError } from "@argscope/core/errors.ts";

type Deed = "read" | "written";

/**
 * The refusal of a file operation as an `AccessError` of one sentence for a person: which file, what happened. Never the
 * path: the page shows the sentence, and paths are main's own.
 *
 * What is not the file system's refusal (our own errors, a defect) comes back as it is.
 */
export function asAccessError(error: unknown, path: string, deed: Deed): unknown {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return error;
  return new AccessError(sentence(error.code, quoted(path), deed), { cause: error });
}

/** A file's name as sentences show it. */
export function quoted(path: string): string {
  return `“${basename(path)}”`;
}

function sentence(code: string, name: string, deed: Deed): string {
  switch (code) {
    case "ENOENT":
      return deed === "read" ? `${name} was not found.` : `The folder of ${name} was not found.`;
    case "ENOTDIR":
      return `${name} was not found: a part of its path is not a folder.`;
    case "EISDIR":
      return `${name} is a folder, not a file.`;
    case "EACCES":
    case "EPERM":
      return `${name} cannot be ${deed}: permission is missing.`;
    case "EROFS":
      return `${name} cannot be written: the disk is read-only.`;
    case "ENOSPC":
    case "EDQUOT":
      return `${name} cannot be written: the disk is full.`;
    case "ENAMETOOLONG":
      return `${name} cannot be ${deed}: its name is too long.`;
    case "EMFILE":
    case "ENFILE":
      return `${name} cannot be ${deed}: too many files are open.`;
    case "EBUSY":
      return `${name} cannot be ${deed}: another program holds it.`;
    default:
      return `${name} cannot be ${deed} (${code}).`;
  }
}
