import { useCallback } from "react";
import type { Desk } from "../../state/desk.ts";
import { ColumnPosition } from "./ColumnPosition.tsx";
import { mountGrid } from "./mount.ts";
import { Slices } from "./Slices.tsx";

/** The array as a spreadsheet shows it, with its winners lit. */
export function ArrayGrid({ desk, isHidden }: { readonly desk: Desk; readonly isHidden: boolean }) {
  return (
    <section className="array" aria-hidden={isHidden} inert={isHidden}>
      <Slices desk={desk} />
      <GridHost desk={desk} />
      <ColumnPosition desk={desk} />
    </section>
  );
}

/** Drawn by AG Grid alone: React never touches what is inside. */
function GridHost({ desk }: { readonly desk: Desk }) {
  // The same function at every drawing, or React would take the grid away and make another.
  const mount = useCallback((host: HTMLDivElement) => mountGrid(host, desk), [desk]);
  return (
    <div className="grid-room">
      <div className="grid-host" ref={mount} />
    </div>
  );
}
