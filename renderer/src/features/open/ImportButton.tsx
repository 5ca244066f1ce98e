import { Button } from "react-aria-components";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { chooseReading, subjectOf } from "../../state/importing.ts";

/** Opens the dialog about how the file is read; absent where nothing about that can be chosen. */
export function ImportButton({ desk }: { readonly desk: Desk }) {
  const isOffered = useStore(desk.store, (state) => subjectOf(state) !== null);
  if (!isOffered) return null;
  return (
    <Button className="button" onPress={() => void chooseReading(desk)}>
      Import options
    </Button>
  );
}
