import { useState } from "react";
import { ChoiceField, type Decided } from "./fields.tsx";
import { DELIMITERS } from "./words.ts";

const OTHER = "other";
const choices = [...DELIMITERS, [OTHER, "another character…"]] as const;

/** What parts the cells: one of the usual characters, or any other one. */
export function DelimiterField(props: {
  readonly chosen: string | undefined;
  readonly decided: Decided | null;
  readonly onChoose: (value: string | undefined) => void;
}) {
  const { chosen, decided, onChoose } = props;
  const isUnusual = chosen !== undefined && !DELIMITERS.some(([value]) => value === chosen);
  const [isOther, setOther] = useState(isUnusual);
  function choose(value: string | undefined): void {
    setOther(value === OTHER);
    if (value !== OTHER) onChoose(value);
  }
  return (
    <>
      <ChoiceField label="Delimiter" choices={choices} chosen={isOther ? OTHER : chosen} decided={decided} onChoose={choose} />
      {isOther && (
        <input
          type="text"
          className="import-other"
          aria-label="Delimiter, one character"
          maxLength={1}
          defaultValue={isUnusual ? chosen : ""}
          onChange={({ target }) => onChoose(target.value === "" ? undefined : target.value)}
        />
      )}
    </>
  );
}
