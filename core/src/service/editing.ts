import type { Calls, Control } from "../contract/worker.ts";
import type { Edits, Manner } from "../edits/edits.ts";
import { Progress } from "../edits/progress.ts";
import { timesShown } from "../edits/times-shown.ts";
import type { Sessions } from "./sessions.ts";

type Reply = Calls["edit"]["gives"];

/** What an edit is made with. */
interface Asking {
  readonly ticket: number;
  readonly control: Control;
}

/** Does something to the cells of what is open, and says what it did to the views that are open beside it. */
export function editing(
  sessions: Sessions,
  handle: number,
  { ticket, control }: Asking,
  work: (edits: Edits, manner: Manner) => Omit<Reply, "views">,
): Reply {
  const root = sessions.get(handle).view?.root ?? handle;
  const { edits, reading } = sessions.get(root);
  // A view that is a copy does not follow the edit.
  const sharing = sessions.viewsOf(root).filter(([, view]) => view.reading.array.data === reading.array.data);
  const views = sharing.map(([own, view]) => ({ handle: own, times: timesShown(view.reading.array), nanDelta: 0 }));
  const done = work(edits, {
    ticket,
    progress: new Progress(control),
    turned(place, delta) {
      for (const view of views) view.nanDelta += delta * view.times(place);
    },
  });
  return { ...done, views: views.map(({ handle: own, nanDelta }) => ({ handle: own, nanDelta })) };
}

/** `1 cell`, `1,000,000 cells`. */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
}
