import type { Desk } from "../../state/desk.ts";
import { Losing } from "./Losing.tsx";
import { Overtaken } from "./Overtaken.tsx";
import { SaveAs } from "./SaveAs.tsx";

/** What saving asks: in which form, what to do about a file that changed meanwhile, what is to become of unsaved edits. */
export function SaveDialogs({ desk }: { readonly desk: Desk }) {
  return (
    <>
      <SaveAs desk={desk} />
      <Overtaken desk={desk} />
      <Losing desk={desk} />
    </>
  );
}
