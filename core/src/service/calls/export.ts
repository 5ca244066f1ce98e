import { free } from "../../array/empty.ts";
import { InternalError } from "../../errors.ts";
import { exportAnswer } from "../export.ts";
import type { Handler } from "../handler.ts";
import { operandReading } from "../operands.ts";
import { portSink } from "../sink.ts";

export const exportCall: Handler<"export"> = async (sessions, { handle, reduction, choice, port }) => {
  const sink = portSink(port);
  const session = sessions.get(handle);
  const indices = session.answers.find(reduction);
  if (indices === undefined) {
    await sink.abort();
    throw new InternalError("This answer is not held any more. Choose the operation again, then export.");
  }
  const operand = operandReading(sessions, session, reduction.of);
  try {
    return await exportAnswer(operand, reduction, indices, choice, sink);
  } finally {
    if (operand.isCopy) free(operand.array);
  }
};
