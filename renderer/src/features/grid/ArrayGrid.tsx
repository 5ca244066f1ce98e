import type { GridReadyEvent } from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { type ReactNode, type RefObject, useCallback, useRef, useState } from "react";
import type { Desk } from "../../state/desk.ts";
import { showFrom } from "../../state/viewing.ts";
import { watchEditing } from "./editing.ts";
import { followDesk } from "./follow.ts";
import { watchHeaders } from "./header-handles.ts";
import { holdKeys } from "./held-keys.ts";
import { watchLanes } from "./lane-light.ts";
import { watchMenus } from "./menus.ts";
import { gridOptions } from "./options.ts";
import { watchSelection } from "./selection/watch.ts";
import { Sheet } from "./sheet.ts";
import { Surface } from "./surface.ts";

/** The array as a spreadsheet shows it, with its winners lit. */
export function ArrayGrid(props: {
  readonly desk: Desk;
  readonly isHidden: boolean;
  /** What lies beside each scroll bar. */
  readonly rails: { readonly down: ReactNode; readonly across: ReactNode };
}) {
  const { desk, isHidden, rails } = props;
  return (
    <section className="array" aria-hidden={isHidden} inert={isHidden}>
      <GridHost desk={desk} rails={rails} />
    </section>
  );
}

/**
 * AG Grid, made once. Its cells and headers are plain JavaScript that reads the sheet, so React draws none of them and has
 * nothing to do when what is shown changes.
 */
function GridHost(props: { readonly desk: Desk; readonly rails: { readonly down: ReactNode; readonly across: ReactNode } }) {
  const { desk, rails } = props;
  const room = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const down = useRef<HTMLDivElement>(null);
  const across = useRef<HTMLDivElement>(null);
  const stop = useRef<(() => void) | null>(null);
  const [{ sheet, surface, options }] = useState(() => {
    const newSheet = new Sheet();
    const newSurface = new Surface(newSheet, ({ row, column }) => showFrom(desk, row, column));
    return { sheet: newSheet, surface: newSurface, options: gridOptions({ sheet: newSheet }, newSurface) };
  });
  const start = useCallback(
    ({ api }: GridReadyEvent) => {
      const elements = [room, host, down, across].map(({ current }) => current);
      const [inRoom, inHost, bar, barBelow] = elements;
      if (!inRoom || !inHost || !bar || !barBelow) return;
      surface.start({ room: inRoom, host: inHost, down: bar, across: barBelow }, api);
      const stops = [
        // Before whoever hears the keys.
        holdKeys(inHost, desk),
        // Before the selection: what is pressed on a handle is no selection.
        watchHeaders(inHost, sheet, desk),
        watchSelection(inHost, sheet, surface, desk),
        followDesk(surface, desk),
        watchMenus(inHost, sheet, desk),
        watchLanes(inRoom, inHost, sheet, desk),
        watchEditing(inHost, sheet, surface, desk),
      ];
      stop.current = () => {
        for (const each of stops) each();
        surface.destroy();
      };
    },
    [desk, sheet, surface],
  );
  const finish = useCallback(() => stop.current?.(), []);
  return (
    <div className="grid-room" ref={room}>
      <div className="grid-host" ref={host}>
        <AgGridReact {...options} onGridReady={start} onGridPreDestroyed={finish} />
      </div>
      <Bar direction="down" label="First row shown" bar={down}>
        {rails.down}
      </Bar>
      <Bar direction="across" label="First column shown" bar={across}>
        {rails.across}
      </Bar>
    </div>
  );
}

function Bar(props: {
  readonly direction: "down" | "across";
  readonly label: string;
  readonly bar: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
}) {
  const { direction, label, bar, children } = props;
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
      {children}
    </div>
  );
}
