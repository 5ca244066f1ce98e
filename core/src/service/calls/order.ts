import { orderRows } from "../../order/order-rows.ts";
import type { Handler } from "../handler.ts";
import { receivedPlane } from "../plane.ts";
import { sharedArray } from "../shared.ts";

export const order: Handler<"order"> = (sessions, { plane, ordering, control }) => {
  const made = orderRows(receivedPlane(sessions, plane), ordering, control);
  sessions.get(plane.handle).orders.add(made === null ? [] : [made.rows, made.places]);
  return made === null ? null : { rows: sharedArray(made.rows), places: sharedArray(made.places) };
};
