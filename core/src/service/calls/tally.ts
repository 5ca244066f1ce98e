import { tallyOf } from "../../select/tally.ts";
import type { Handler } from "../handler.ts";
import { receivedPlane } from "../plane.ts";

export const tally: Handler<"tally"> = (sessions, { plane, ranges }) => tallyOf(receivedPlane(sessions, plane), ranges);
