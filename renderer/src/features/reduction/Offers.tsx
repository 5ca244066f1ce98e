import type { Offer } from "./completing.ts";

/** So many fit under the bar without a scroll bar, which no key would reach. */
const SHOWN = 8;

/** What may be written where the caret is, under the formula bar. The keys are the formula bar's own. */
export function Offers(props: { readonly id: string; readonly offer: Offer; readonly onChoose: (candidate: number) => void }) {
  const { id, offer, onChoose } = props;
  const { completion, active } = offer;
  const { candidates } = completion;
  const first = Math.max(0, active - SHOWN + 1);
  const beyond = candidates.length - first - SHOWN;
  return (
    <div className="offers" style={{ left: `min(${completion.start}ch, 100% - 24ch)` }}>
      <div id={id} role="listbox" aria-label="Completions" tabIndex={-1}>
        {candidates.slice(first, first + SHOWN).map(({ text, kind }, k) => (
          // The formula bar keeps the focus and hears the keys.
          <div
            key={text}
            id={`${id}-${first + k}`}
            className="offer"
            role="option"
            tabIndex={-1}
            aria-selected={first + k === active}
            aria-setsize={candidates.length}
            aria-posinset={first + k + 1}
            onPointerDown={(event) => {
              event.preventDefault();
              onChoose(first + k);
            }}
          >
            <span>{text}</span>
            <span className="offer-kind">{kind}</span>
          </div>
        ))}
      </div>
      {beyond > 0 && <p className="offer offer-kind">{beyond} more: write on, or ↓</p>}
    </div>
  );
}
