import type { GridReadyEvent } from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { type RefObject, useCallback, useRef, useState } from "react";
import type { Desk } from "../../state/desk.ts";
import { showFrom } from "../../state/viewing.ts";
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
    </section>
  );
}

/**
 * AG Grid, made once. Its cells and headers are plain JavaScript that reads the sheet, so React draws none of them and has
 * nothing to do when what is shown changes.
 */
function GridHost({ desk }: { readonly desk: Desk }) {
  const room = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const down = useRef<HTMLDivElement>(null);
  const across = useRef<HTMLDivElement>(null);
  const stop = useRef<(() => void) | null>(null);
  const [{ surface, options }] = useState(() => {
    const sheet = new Sheet();
    const newSurface = new Surface(sheet, ({ row, column }) => showFrom(desk, row, column));
    return { surface: newSurface, options: gridOptions({ sheet }, newSurface) };
  });
  const start = useCallback(
    ({ api }: GridReadyEvent) => {
      const elements = [room, host, down, across].map(({ current }) => current);
      const [inRoom, inHost, bar, barBelow] = elements;
      if (!inRoom || !inHost || !bar || !barBelow) return;
      surface.start({ room: inRoom, host: inHost, down: bar, across: barBelow }, api);
      const unfollow = followDesk(surface, desk);
      stop.current = () => {
        unfollow();
        surface.destroy();
      };
    },
    [desk, surface],
  );
  const finish = useCallback(() => stop.current?.(), []);
  return (
    <div className="grid-room" ref={room}>
      <div className="grid-host" ref={host}>
        <AgGridReact {...options} onGridReady={start} onGridPreDestroyed={finish} />
      </div>
      <Bar direction="down" label="First row shown" bar={down} />
      <Bar direction="across" label="First column shown" bar={across} />
    </div>
  );
}

function Bar(props: {
  readonly direction: "down" | "across";
  readonly label: string;
  readonly bar: RefObject<HTMLDivElement | null>;
}) {
  const { direction, label, bar } = props;
  return (
    <div
      className="scroll-bar"
      data-direction={direction}
      role="scrollbar"
      tabIndex={0}
      aria-label={label}
      aria-controls="array-grid"
      aria-orientation={direction === "down" ? "vertical" : "horizontal"}
      aria-valuemin={0}
      aria-valuemax={0}
      aria-valuenow={0}
      ref={bar}
      hidden
    >
      <div className="scroll-thumb" />
    </div>
  );
}
