import { fromControls } from "@argscope/core/expression/index.ts";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { rootArray } from "../../state/reducing.ts";
import { asked, ready, type State } from "../../state/state.ts";
import { accepted, moved, type Offer, offerAt } from "./completing.ts";
import { enterExpression } from "./enter.ts";
import type { Understood } from "./expression.ts";
import { Offers } from "./Offers.tsx";

interface Draft {
  readonly text: string;
  /** What the controls said when it was begun: once they say something else, they write the line again. */
  readonly over: string;
  readonly mistake: Extract<Understood, { kind: "mistake" }> | null;
  readonly offer: Offer | null;
}

/** The formula bar: the controls write it, and it drives the controls. */
export function Expression({ desk }: { readonly desk: Desk }) {
  const written = useStore(desk.store, writtenText);
  const [draft, setDraft] = useState<Draft | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  const id = useId();
  const current = draft !== null && draft.over === written ? draft : null;
  const { text, mistake, offer } = current ?? { text: written, mistake: null, offer: null };
  useLayoutEffect(() => {
    // React puts the caret at the end of a text that is not what was typed.
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  function write(next: string, at: number): void {
    setDraft({ text: next, over: written, mistake: null, offer: offerHere(desk, next, at) });
  }

  function choose(candidate: number): void {
    if (offer === null) return;
    const next = accepted(text, offer, candidate);
    caret.current = next.caret;
    write(next.text, next.caret);
  }

  function put(change: Partial<Draft>): void {
    setDraft({ text, over: written, mistake, offer, ...change });
  }

  function enter(): void {
    const found = enterExpression(desk, text);
    setDraft(found === null ? null : { text, over: written, mistake: found, offer: null });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const { key, ctrlKey, shiftKey, currentTarget } = event;
    const isTaken = ((): boolean => {
      if (offer !== null && (key === "ArrowDown" || key === "ArrowUp"))
        put({ offer: moved(offer, key === "ArrowDown" ? 1 : -1) });
      else if (offer !== null && key === "Tab" && !shiftKey) choose(Math.max(0, offer.active));
      else if (offer !== null && key === "Enter" && offer.active >= 0) choose(offer.active);
      else if (offer !== null && key === "Escape") put({ offer: null });
      else if (key === " " && ctrlKey) put({ offer: offerHere(desk, text, currentTarget.selectionStart ?? text.length) });
      else if (key === "Enter") enter();
      else if (key === "Escape") setDraft(null);
      else return false;
      return true;
    })();
    if (isTaken) event.preventDefault();
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
          ref={input}
          type="text"
          aria-label="Expression"
          placeholder="np.argmin(a, axis=0)"
          spellCheck={false}
          autoComplete="off"
          value={text}
          aria-invalid={mistake !== null}
          aria-describedby={mistake === null ? undefined : `${id}-reason`}
          aria-autocomplete="list"
          aria-controls={offer === null ? undefined : `${id}-offers`}
          aria-activedescendant={offer === null || offer.active < 0 ? undefined : `${id}-offers-${offer.active}`}
          onChange={({ target }) => write(target.value, target.selectionStart ?? target.value.length)}
          onKeyDown={onKeyDown}
          onBlur={() => offer !== null && put({ offer: null })}
        />
        {offer !== null && <Offers id={`${id}-offers`} offer={offer} onChoose={choose} />}
      </div>
      {mistake !== null && (
        <p className="expression-reason" id={`${id}-reason`} role="alert">
          {mistake.reason}
        </p>
      )}
    </div>
  );
}

/** What the formula bar says while nobody writes in it. */
function writtenText(state: State): string {
  return ready(state) === null ? "" : (asked(state)?.text ?? fromControls(state.choice));
}

function offerHere(desk: Desk, text: string, caret: number): Offer | null {
  const session = ready(desk.store.getState());
  return offerAt(text, caret, session === null ? null : rootArray(session));
}
