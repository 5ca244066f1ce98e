import { moveColumn, resizeColumn } from "../../state/arranging-columns.ts";
import { openMenu } from "../../state/commands.ts";
import type { Desk } from "../../state/desk.ts";
import { fitColumn } from "./fit.ts";
import type { Sheet } from "./sheet.ts";
import { targetOf } from "./target.ts";

/** What of a header can be taken hold of, beside the header itself. */
export type Handle = "edge" | "menu";

/**
 * The edge of a header makes its column wider or narrower, two presses on it as wide as it needs to be; its arrow opens the
 * column's menu; and with Alt the whole header is dragged to another place. Returns how to stop.
 */
export function watchHeaders(host: HTMLElement, sheet: Sheet, desk: Desk): () => void {
  const over = new AbortController();

  const press = (event: PointerEvent): void => {
    if (sheet.shown === null || !(event.target instanceof HTMLElement) || event.button !== 0) return;
    const header = event.target.closest<HTMLElement>(".ag-header-cell");
    const column = header === null ? null : (targetOf(header, sheet.shown)?.column ?? null);
    if (header === null || column === null) return;
    const handle = event.target.dataset["handle"] as Handle | undefined;
    if (handle === undefined && !(event.altKey && column >= 0)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const box = header.getBoundingClientRect();
    if (handle === "menu") openMenu(desk, { area: "column", row: null, column }, box.left, box.bottom);
    else if (handle === "edge") {
      follow(header, "data-resizing", ({ clientX }) => resizeColumn(desk, column, box.width + clientX - event.clientX));
    } else {
      follow(header, "data-moving", ({ clientX, clientY }) => {
        const under = headerAt(host, clientX, clientY);
        const target = under === null || sheet.shown === null ? null : (targetOf(under, sheet.shown)?.column ?? null);
        if (target !== null && target >= 0) moveColumn(desk, column, target);
      });
    }
  };

  const fit = (event: MouseEvent): void => {
    if (sheet.shown === null || !(event.target instanceof HTMLElement) || event.target.dataset["handle"] !== "edge") return;
    const column = targetOf(event.target, sheet.shown)?.column ?? null;
    if (column !== null) fitColumn(desk, column);
  };

  const { signal } = over;
  host.addEventListener("pointerdown", press, { capture: true, signal });
  host.addEventListener("dblclick", fit, { signal });
  return () => over.abort();
}

/** Hears the pointer until its button is let go. */
function follow(header: HTMLElement, attribute: string, move: (event: PointerEvent) => void): void {
  const over = new AbortController();
  const { signal } = over;
  header.toggleAttribute(attribute, true);
  const end = (): void => {
    header.toggleAttribute(attribute, false);
    over.abort();
  };
  addEventListener("pointermove", move, { signal });
  for (const type of ["pointerup", "pointercancel", "blur"]) addEventListener(type, end, { signal });
}

/** The header above or below the pointer too: a drag is seldom level. */
function headerAt(host: HTMLElement, x: number, y: number): Element | null {
  const line = host.querySelector(".ag-header")?.getBoundingClientRect();
  if (line === undefined || Math.abs(y - line.top) > FAR) return null;
  return document.elementFromPoint(x, line.top + line.height / 2);
}

const FAR = 200;
