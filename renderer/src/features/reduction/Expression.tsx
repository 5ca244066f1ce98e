import type { Dtype } from "@argscope/core/array/dtype.ts";
import { fromControls } from "@argscope/core/expression/index.ts";
import { type KeyboardEvent, useId, useState } from "react";
import { useStore } from "zustand";
import { textSource } from "../../host/file.ts";
import type { Desk } from "../../state/desk.ts";
import { open } from "../../state/opening.ts";
import { choose } from "../../state/reducing.ts";
import { ready } from "../../state/state.ts";
import { type Understood, understand } from "./expression.ts";

interface Draft {
  readonly text: string;
  /** What the controls said when it was begun: once they say something else, they write the line again. */
  readonly over: string;
  readonly mistake: Extract<Understood, { kind: "mistake" }> | null;
}

/** The formula bar: the controls write it, and it drives the controls. */
export function Expression({ desk }: { readonly desk: Desk }) {
  const session = useStore(desk.store, ready);
  const choice = useStore(desk.store, (state) => state.choice);
  const [draft, setDraft] = useState<Draft | null>(null);
  const reasonId = useId();
  const a = session === null ? null : { shape: session.shape, dtype: session.dtype as Dtype };
  const written = session === null ? "" : fromControls(choice);
  const current = draft !== null && draft.over === written ? draft : null;
  const text = current?.text ?? written;
  const mistake = current?.mistake ?? null;

  function enter(): void {
    const meant = understand(text, a);
    if (meant.kind === "mistake") {
      setDraft({ text, over: written, mistake: meant });
      return;
    }
    setDraft(null);
    if (meant.kind === "array") void open(desk, textSource("Typed array", meant.text));
    else void choose(desk, meant.reduction);
  }

  function onKeyDown({ key }: KeyboardEvent): void {
    if (key === "Enter") enter();
    if (key === "Escape") setDraft(null);
  }

  return (
    <div className="expression">
      <div className="expression-line code">
        {mistake !== null && (
          <div className="expression-mirror" aria-hidden="true">
            {text.slice(0, mistake.from)}
            <mark>{text.slice(mistake.from, mistake.to) || "\u00a0"}</mark>
          </div>
        )}
        <input
          type="text"
          aria-label="Expression"
          placeholder="np.argmin(a, axis=0)"
          spellCheck={false}
          autoComplete="off"
          value={text}
          aria-invalid={mistake !== null}
          aria-describedby={mistake === null ? undefined : reasonId}
          onChange={({ target }) => setDraft({ text: target.value, over: written, mistake: null })}
          onKeyDown={onKeyDown}
        />
      </div>
      {mistake !== null && (
        <p className="expression-reason" id={reasonId} role="alert">
          {mistake.reason}
        </p>
      )}
    </div>
  );
}
