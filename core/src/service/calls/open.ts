import { CancelledError } from "../../errors.ts";
import type { Handler } from "../handler.ts";
import { mannerOf } from "../manner.ts";
import { openedOf } from "../opened.ts";
import { madeReading, readSource } from "../reading.ts";

export const open: Handler<"open"> = async (sessions, request) => {
  const { source, key, control, picks = [] } = request;
  const start = performance.now();
  const made = source.kind === "text" ? madeReading(source.text, control) : null;
  if (made !== null) return openedOf(sessions, made, source.name, start);
  const held = sessions.sources.take(source, key);
  try {
    const manner = await mannerOf(request, held.bytes);
    const room = request.memory === undefined ? {} : { memory: request.memory };
    const wanted = { source: held.bytes, options: { ...manner.options, ...room, control }, known: picks };
    const reading = await readSource(wanted, manner);
    const release = (): void => {
      reading.release();
      held.release();
    };
    return openedOf(sessions, { ...reading, release }, source.name, start);
  } catch (error) {
    // After any other refusal the person may want to read it in another way.
    if (error instanceof CancelledError && source.kind !== "kept") sessions.sources.forgetLast();
    held.release();
    throw error;
  }
};
