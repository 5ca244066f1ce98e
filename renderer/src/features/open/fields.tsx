import { useId } from "react";
import type { Choices } from "./words.ts";

export interface Decided {
  readonly value: string;
  readonly reason: string;
}

/** One thing that is decided, or chosen from a few. Undefined: it is left to be decided. */
export function ChoiceField(props: {
  readonly label: string;
  readonly choices: Choices;
  readonly chosen: string | undefined;
  /** As words for a person; null: not known yet. */
  readonly decided: Decided | null;
  readonly onChoose: (value: string | undefined) => void;
}) {
  const { label, choices, chosen, decided, onChoose } = props;
  const [id, hintId] = [useId(), useId()];
  return (
    <div className="import-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select"
        aria-describedby={hintId}
        value={chosen ?? ""}
        onChange={({ target }) => onChoose(target.value === "" ? undefined : target.value)}
      >
        <option value="">{chosen === undefined && decided !== null ? `Automatic: ${decided.value}` : "Automatic"}</option>
        {choices.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <p id={hintId} className="hint">
        {chosen === undefined ? (decided === null ? "" : `Because ${decided.reason}.`) : "As you chose."}
      </p>
    </div>
  );
}

/** One thing that is said in a few words. */
export function TextField(props: {
  readonly label: string;
  readonly text: string;
  readonly placeholder: string;
  readonly hint: string;
  readonly onText: (text: string) => void;
}) {
  const { label, text, placeholder, hint, onText } = props;
  const [id, hintId] = [useId(), useId()];
  return (
    <div className="import-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        aria-describedby={hintId}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        defaultValue={text}
        onChange={({ target }) => onText(target.value)}
      />
      <p id={hintId} className="hint">
        {hint}
      </p>
    </div>
  );
}
