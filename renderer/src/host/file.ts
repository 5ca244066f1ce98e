import type { Picked } from "./host.ts";

/** A file that the page holds itself: the worker reads it without anybody's help. */
export function pickedFile(file: File): Picked {
  return { source: { kind: "file", name: file.name, file }, release() {} };
}

/** Text that someone typed or pasted. */
export function pickedText(name: string, text: string): Picked {
  return { source: { kind: "text", name, text }, release() {} };
}
