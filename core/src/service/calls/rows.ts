import type { Handler } from "../handler.ts";

export const rows: Handler<"rows"> = async (sessions, { handle, rows: wanted, firstColumn, columnCount }) => {
  const { texts } = sessions.get(handle).reading;
  return texts === null ? wanted.map(() => []) : texts.read(wanted, firstColumn, columnCount);
};
