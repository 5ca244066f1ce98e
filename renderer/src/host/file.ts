import type { Source } from "@argscope/core/contract/worker.ts";

/** A file that the page holds itself: the worker reads it without anybody's help. */
export function fileSource(file: File): Source {
  return { kind: "file", name: file.name, file };
}

/** Text that someone typed or pasted. */
export function textSource(name: string, text: string): Source {
  return { kind: "text", name, text };
}
