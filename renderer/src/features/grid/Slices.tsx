import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { ready } from "../../state/state.ts";
import { slice } from "../../state/viewing.ts";

/** Where along each dimension before the last two the grid stands, for arrays of more than two dimensions. */
export function Slices({ desk }: { readonly desk: Desk }) {
  const session = useStore(desk.store, ready);
  const { fixed } = useStore(desk.store, ({ view }) => view);
  if (session === null || fixed.length === 0) return null;
  return (
    <div className="slices">
      <span className="code">a[</span>
      {fixed.map((position, dimension) => {
        const length = session.shape[dimension] ?? 0;
        const name = `Position along axis ${dimension}`;
        return (
          <label key={name}>
            <input
              type="number"
              aria-label={name}
              min={0}
              max={length - 1}
              value={position}
              onChange={({ target }) => slice(desk, dimension, target.valueAsNumber)}
            />
            <span className="code">,</span>
          </label>
        );
      })}
      <span className="code">:, :]</span>
      <span className="hint">The grid shows one slice: the last two axes at this position along the others.</span>
    </div>
  );
}
