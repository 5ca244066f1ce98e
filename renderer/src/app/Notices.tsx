import { Button } from "react-aria-components";
import { useStore } from "zustand";
import type { Desk } from "../state/desk.ts";
import { dismissNotice, restart } from "../state/failing.ts";
import { chooseTried } from "../state/importing.ts";
import { pickAndOpen } from "../state/opening.ts";
import type { NoticeAction } from "../state/state.ts";

const ACTIONS: Readonly<Record<NoticeAction, { readonly name: string; readonly act: (desk: Desk) => void }>> = {
  open: { name: "Choose another file", act: (desk) => void pickAndOpen(desk) },
  options: { name: "Import options", act: (desk) => void chooseTried(desk) },
  restart: { name: "Start again", act: restart },
};

/** The one sentence that the window has to say, and the one thing to do about it. */
export function Notices({ desk }: { readonly desk: Desk }) {
  const notice = useStore(desk.store, (state) => state.notice);
  if (notice === null) return null;
  const { tone, text } = notice;
  const action = notice.action === null ? null : ACTIONS[notice.action];
  return (
    <div className="notice" data-tone={tone} {...(tone === "error" ? { role: "alert" } : { "aria-live": "polite" as const })}>
      <p>{text}</p>
      {action !== null && (
        <Button className="button" onPress={() => action.act(desk)}>
          {action.name}
        </Button>
      )}
      {notice.action !== "restart" && (
        <Button className="button quiet" aria-label="Dismiss" onPress={() => dismissNotice(desk)}>
          ✕
        </Button>
      )}
    </div>
  );
}
