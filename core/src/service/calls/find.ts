import { Watch } from "../../reduce/watch.ts";
import { edgeFrom } from "../../select/edge.ts";
import { queryOf } from "../../select/query.ts";
import { rowOfLabel, search } from "../../select/search.ts";
import type { Handler } from "../handler.ts";
import { receivedPlane } from "../plane.ts";

export const find: Handler<"find"> = (sessions, { plane, sought, from, to, want, control }) => {
  const query = queryOf(sought);
  if (query === null) return { first: null, count: 0 };
  return search(receivedPlane(sessions, plane), query, { from, to, want }, new Watch(control, Math.abs(to - from)));
};

export const findLabel: Handler<"findLabel"> = (sessions, { plane, text, control }) => {
  const received = receivedPlane(sessions, plane);
  return { row: rowOfLabel(received, text, new Watch(control, received.cells.shape[0] as number)) };
};

export const edge: Handler<"edge"> = (sessions, { plane, from, direction, control }) =>
  edgeFrom(receivedPlane(sessions, plane), from, direction, new Watch(control, 1));
