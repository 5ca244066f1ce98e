import type { Pick } from "@argscope/core/contract/opening.ts";
import { shapeText } from "../../engine/shape-text.ts";
import type { Desk } from "../../state/desk.ts";
import { pick } from "../../state/picking.ts";

const NAMES: Readonly<Record<Pick["of"], string>> = { array: "Array", sheet: "Sheet", entry: "File in the archive" };

type Choice = Pick["choices"][number];

/** Which of the things in a file is shown; choosing another opens it. */
export function Picker({ desk, picks }: { readonly desk: Desk; readonly picks: readonly Pick[] }) {
  return picks.map(({ of, chosen, choices }, level) => (
    <select
      key={of}
      className="select picker"
      aria-label={NAMES[of]}
      value={chosen}
      onChange={({ target }) => void pick(desk, level, target.value)}
    >
      {choices.map((choice) => (
        <option key={choice.name} value={choice.name} disabled={choice.problem !== undefined} title={choice.problem}>
          {choiceText(choice)}
        </option>
      ))}
    </select>
  ));
}

function choiceText({ name, dtype, shape, problem }: Choice): string {
  if (problem !== undefined) return `${name} · cannot be opened: ${problem}`;
  const parts = [shape === undefined ? "" : shapeText(shape), dtype ?? ""].filter((part) => part !== "");
  return parts.length === 0 ? name : `${name} · ${parts.join(" ")}`;
}
