import type { GridReadyEvent } from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { useCallback, useRef, useState } from "react";
import type { Desk } from "../../state/desk.ts";
import { showColumnsFrom } from "../../state/viewing.ts";
import { ColumnPosition } from "./ColumnPosition.tsx";
import { followDesk } from "./follow.ts";
import { gridOptions } from "./options.ts";
import { Slices } from "./Slices.tsx";
import { Sheet } from "./sheet.ts";
import { Surface } from "./surface.ts";

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

/**
 * AG Grid, made once. Its cells and headers are plain JavaScript that reads the sheet, so React draws none of them and has
 * nothing to do when what is shown changes.
 */
function GridHost({ desk }: { readonly desk: Desk }) {
  const host = useRef<HTMLDivElement>(null);
  const stop = useRef<(() => void) | null>(null);
  const [{ sheet, options }] = useState(() => {
    const newSheet = new Sheet();
    return { sheet: newSheet, options: gridOptions({ sheet: newSheet }, (offset) => showColumnsFrom(desk, offset)) };
  });
  const start = useCallback(
    ({ api }: GridReadyEvent) => {
      if (host.current === null) return;
      const surface = new Surface(host.current, api, sheet);
      const unfollow = followDesk(surface, desk);
      stop.current = () => {
        unfollow();
        surface.destroy();
      };
    },
    [desk, sheet],
  );
  const finish = useCallback(() => stop.current?.(), []);
  return (
    <div className="grid-room">
      <div className="grid-host" ref={host}>
        <AgGridReact {...options} onGridReady={start} onGridPreDestroyed={finish} />
      </div>
    </div>
  );
}
