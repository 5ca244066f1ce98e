import type { SharedPlane } from "../contract/selecting.ts";
import type { Plane } from "../select/plane.ts";
import type { Sessions } from "./sessions.ts";
import { receivedArray } from "./shared.ts";

/** What the page shows, from what it sends: the bytes are the worker's own, only the way to walk them travelled. */
export function receivedPlane(sessions: Sessions, shared: SharedPlane): Plane {
  const { handle, cells, rowOrder, columnOrder, names, hasLabels } = shared;
  const { labels, origin } = sessions.get(handle).reading;
  return {
    cells: receivedArray(cells),
    rowOrder: rowOrder === null ? null : (receivedArray(rowOrder).data as Int32Array | Float64Array),
    columnOrder,
    names,
    labels: hasLabels ? labels : [],
    point: origin.point,
  };
}
