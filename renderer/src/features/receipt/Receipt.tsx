import { Button } from "react-aria-components";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { chooseReading, forgetReading, subjectOf } from "../../state/importing.ts";
import { seen } from "../../state/state.ts";
import { Passages } from "../../ui/passages/Passages.tsx";
import { choiceTexts } from "./choice-texts.ts";

/** What was decided while reading, in sentences; what was chosen, and how to choose. */
export function Receipt({ desk }: { readonly desk: Desk }) {
  const session = useStore(desk.store, seen);
  const isChoosable = useStore(desk.store, (state) => subjectOf(state) !== null);
  if (session === null) return null;
  const { source, receipt, name, origin } = session;
  const chosen = choiceTexts(origin.options);
  return (
    <div className="receipt">
      <p>
        {name} was read as {source === "table" ? "a table" : "an array"}.
      </p>
      {chosen.length > 0 && (
        <div className="receipt-chosen">
          <p>
            {origin.isRemembered ? "As you chose for this file before: " : "As you chose: "}
            {chosen.join(", ")}.
          </p>
          <Button className="button" onPress={() => void forgetReading(desk)}>
            Forget this choice
          </Button>
        </div>
      )}
      {receipt.length === 0 ? (
        <p className="hint">Nothing in it had to be decided or changed.</p>
      ) : (
        <ol>
          <Passages receipt={receipt} />
        </ol>
      )}
      {isChoosable && (
        <Button className="button receipt-options" onPress={() => void chooseReading(desk)}>
          Import options
        </Button>
      )}
    </div>
  );
}
