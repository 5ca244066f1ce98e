import { Button } from "react-aria-components";
import type { Desk } from "../../state/desk.ts";
import { pickAndOpen } from "../../state/opening.ts";

export function OpenButton({ desk }: { readonly desk: Desk }) {
  return (
    <Button className="button" aria-keyshortcuts="Control+O" onPress={() => void pickAndOpen(desk)}>
      Open
    </Button>
  );
}
