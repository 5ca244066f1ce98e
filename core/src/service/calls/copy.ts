import { copyText } from "../../select/copy.ts";
import type { Handler } from "../handler.ts";
import { receivedPlane } from "../plane.ts";

export const copy: Handler<"copy"> = (sessions, { plane, ranges, format, control }) => {
  const { blocks, rows, columns } = copyText(receivedPlane(sessions, plane), ranges, format, control);
  return { text: new Blob([...blocks], { type: "text/plain" }), rows, columns };
};
