import { textSource } from "../../host/file.ts";
import type { Desk } from "../../state/desk.ts";
import { open } from "../../state/opening.ts";
import { chooseOperand } from "../../state/operand.ts";
import { rootArray } from "../../state/reducing.ts";
import { ready } from "../../state/state.ts";
import { type Understood, understand } from "./expression.ts";

/** Does what a text says: asks it of `a`, or makes it the array. A mistake changes nothing, and is what comes back. */
export function enterExpression(desk: Desk, text: string): Extract<Understood, { kind: "mistake" }> | null {
  const session = ready(desk.store.getState());
  const meant = understand(text, session === null ? null : rootArray(session));
  switch (meant.kind) {
    case "mistake":
      return meant;
    case "array":
      void openThen(desk, meant.text, meant.asks);
      return null;
    case "view":
      void chooseOperand(desk, meant.of);
      return null;
    case "reduction":
      void chooseOperand(desk, meant.reduction.of, meant.reduction);
      return null;
    case "value": {
      const reduction = meant.reduction ?? desk.store.getState().choice;
      void chooseOperand(desk, reduction.of, reduction, meant.text);
      return null;
    }
  }
}

async function openThen(desk: Desk, text: string, asks: string): Promise<void> {
  const before = ready(desk.store.getState())?.handle;
  await open(desk, textSource("Typed array", text));
  const now = ready(desk.store.getState());
  if (asks !== "" && now !== null && now.handle !== before) enterExpression(desk, asks);
}
