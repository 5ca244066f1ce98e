import type { Handler } from "../handler.ts";

export const edit: Handler<"edit"> = (sessions, { handle, changes }) => sessions.get(handle).edits.apply(changes);
