import { Button } from "react-aria-components";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { cancelOpening } from "../../state/opening.ts";
import { progressOf, statusText } from "./status-text.ts";

/** The line at the foot of the window, with the progress of an opening and the way out of it. */
export function StatusBar({ desk }: { readonly desk: Desk }) {
  const text = useStore(desk.store, statusText);
  const progress = useStore(desk.store, ({ session }) => progressOf(session));
  return (
    <footer className="status-bar">
      <div role="status" aria-label="Status">
        {text}
      </div>
      {progress !== null && (
        <>
          <progress aria-label="Opening" max={1000} value={progress} />
          <Button onPress={() => cancelOpening(desk)}>Cancel</Button>
        </>
      )}
    </footer>
  );
}
