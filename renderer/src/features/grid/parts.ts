import type { GridApi } from "ag-grid-community";
import { Focus } from "./focus.ts";
import type { Room } from "./layout.ts";
import type { TextWidth } from "./metrics.ts";
import type { Offsets } from "./offsets.ts";
import { type Elements, type Fittings, Painter } from "./painter.ts";
import { ScrollBar } from "./scroll-bar.ts";
import type { Sheet } from "./sheet.ts";
import { Standing } from "./standing.ts";
import { textWidthIn } from "./text-width.ts";

/** What a surface works with once there is a grid. */
export interface Parts extends Fittings {
  readonly painter: Painter;
  readonly textWidth: TextWidth;
  readonly standing: Standing;
  /** Gives everything up that was put into the page, and listens no more. */
  readonly takeApart: () => void;
}

/** What happens to the surface from outside. */
export interface Hearing {
  onRoom(room: Room): void;
  onWheel(event: WheelEvent): void;
  onPress(): void;
  /** A scroll bar was moved. */
  onScroll(change: Partial<Offsets>): void;
}

/** Puts the parts of a surface together around AG Grid's elements. */
export function assemble(elements: Elements, api: GridApi, sheet: Sheet, hearing: Hearing): Parts {
  const { room, host, down, across } = elements;
  // The observer brings the size along: asking the element for it would make the browser lay the page out at once.
  const size = new ResizeObserver(([entry]) => {
    if (entry === undefined) return;
    hearing.onRoom({ width: Math.floor(entry.contentRect.width), height: Math.floor(entry.contentRect.height) });
  });
  const over = new AbortController();
  const { signal } = over;
  size.observe(room);
  room.addEventListener("wheel", (event) => hearing.onWheel(event), { passive: false, signal });
  host.addEventListener("pointerdown", () => hearing.onPress(), { capture: true, signal });
  const fittings = {
    elements,
    focus: new Focus(host, api),
    down: new ScrollBar({ element: down, direction: "down", onOffset: (row) => hearing.onScroll({ row }) }),
    across: new ScrollBar({ element: across, direction: "across", onOffset: (column) => hearing.onScroll({ column }) }),
  };
  const painter = new Painter(sheet, fittings);
  const takeApart = (): void => {
    size.disconnect();
    over.abort();
    fittings.down.destroy();
    fittings.across.destroy();
    painter.destroy();
  };
  return { ...fittings, painter, textWidth: textWidthIn(host), standing: new Standing(api), takeApart };
}
