import { InternalError } from "../../errors.ts";
import { exportAnswer } from "../export.ts";
import type { Handler } from "../handler.ts";
import { portSink } from "../sink.ts";

export const exportCall: Handler<"export"> = async (sessions, { handle, reduction, choice, port }) => {
  const sink = portSink(port);
  const { reading, answers } = sessions.get(handle);
  const indices = answers.find(reduction);
  if (indices === undefined) {
    await sink.abort();
    throw new InternalError("This answer is not held any more. Choose the operation again, then export.");
  }
  return exportAnswer(reading, reduction, indices, choice, sink);
};
