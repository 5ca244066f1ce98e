import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { ready } from "../../state/state.ts";
import { Axes } from "./Axes.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { Showing } from "./Showing.tsx";
import { Sliders } from "./Sliders.tsx";

/**
 * What the grid shows of an array of more than two dimensions: which of them run down and across, and where it stands along the
 * others. For any array: of what the answer is, where that is not all of `a`.
 */
export function Mapper({ desk }: { readonly desk: Desk }) {
  const session = useStore(desk.store, ready);
  const { rowAxis, columnAxis } = useStore(desk.store, ({ view }) => view);
  const of = useStore(desk.store, ({ choice }) => choice.of);
  if (session === null) return null;
  const hasSlices = session.shape.length > 2;
  if (!hasSlices && of === "a") return null;
  return (
    <section className="mapper" aria-label="What of the array is shown">
      <Showing desk={desk} />
      {hasSlices && (
        <>
          <Axes desk={desk} />
          <Sliders key={`${session.handle} ${rowAxis} ${columnAxis}`} desk={desk} />
        </>
      )}
      <Elsewhere desk={desk} />
    </section>
  );
}
