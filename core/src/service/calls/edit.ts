import { timesShown } from "../../edits/times-shown.ts";
import type { Handler } from "../handler.ts";

export const edit: Handler<"edit"> = (sessions, { handle, changes }) => {
  const { edits, reading } = sessions.get(handle);
  // A view that is a copy does not follow the edit.
  const sharing = sessions.viewsOf(handle).filter(([, view]) => view.reading.array.data === reading.array.data);
  const views = sharing.map(([own, view]) => ({ handle: own, array: view.reading.array, nanDelta: 0 }));
  const edited = edits.apply(changes, (place, delta) => {
    for (const view of views) view.nanDelta += delta * timesShown(view.array, place);
  });
  return { ...edited, views: views.map(({ handle: own, nanDelta }) => ({ handle: own, nanDelta })) };
};
