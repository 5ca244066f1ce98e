import { ArgscopeError } from "../../errors.ts";
import { firstRows } from "../first-rows.ts";
import type { Handler } from "../handler.ts";
import { mannerOf } from "../manner.ts";
import { openedOf } from "../opened.ts";
import { firstOfDocument } from "./first-of-document.ts";

export const first: Handler<"first"> = async (sessions, request) => {
  const { source, key, control } = request;
  const start = performance.now();
  const held = sessions.sources.take(source, key);
  try {
    const manner = await mannerOf(request, held.bytes);
    const reading = (await firstRows(held.bytes, manner, control)) ?? (await firstOfDocument(held.bytes, manner, control));
    if (reading === null) {
      held.release();
      return null;
    }
    const release = (): void => {
      reading.release();
      held.release();
    };
    return openedOf(sessions, { ...reading, release }, source.name, start);
  } catch (error) {
    held.release();
    // What is wrong with the file is said when the whole of it is read; a part may look wrong where the whole does not.
    if (error instanceof ArgscopeError && error.tag !== "Cancelled" && error.tag !== "Internal") return null;
    throw error;
  }
};
