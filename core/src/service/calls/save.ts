import { Task } from "../../formats/csv/task.ts";
import { isTranscoded } from "../../formats/csv/transcode.ts";
import type { Handler } from "../handler.ts";
import { ReplaceableSource } from "../replaceable-source.ts";
import { formsOf, writingOf } from "../saving.ts";
import { portSink } from "../sink.ts";
import { byteSource } from "../sources.ts";

export const forms: Handler<"forms"> = (sessions, { handle }) => formsOf(sessions.get(handle).reading);

export const save: Handler<"save"> = async (sessions, { handle, form, takesOver, port, control }) => {
  const sink = portSink(port);
  const task = new Task(control);
  let bytes = 0;
  try {
    const session = sessions.get(handle);
    const { blocks, cells, settle } = await writingOf(session, form, task);
    for await (const block of blocks) {
      bytes += block.length;
      await sink.write(block);
      task.check();
    }
    // An open file cannot be replaced on every system.
    if (takesOver) session.reading.source?.close();
    await sink.commit();
    if (takesOver) settle();
    const { cells: shared, changed } = session.edits.state();
    return { bytes, cells, edits: { cells: shared, changed } };
  } catch (error) {
    await sink.abort();
    throw error;
  }
};

export const resume: Handler<"resume"> = async (sessions, { handle, source, control }) => {
  const { data, source: held } = sessions.get(handle).reading;
  if (source.kind === "kept" || !(held instanceof ReplaceableSource)) return null;
  held.replace(byteSource(source));
  // Its pieces lie elsewhere in the file that was written.
  if (data?.kind === "table" && data.text !== null && isTranscoded(data.text)) await data.text.index(new Task(control));
  return null;
};
