import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
import {
  type ListSight,
  type LongList,
  lastTop,
  rowAfter,
  rowsIn,
  scrollHeight,
  scrollOf,
  topOf,
  topShowing,
} from "./long-list.ts";

/**
 * The window over a list of any length: what is to be drawn and where, which row the keyboard is at, and how both move. One row
 * has the tab stop; arrow keys go on from it.
 */
export function useLongList(list: LongList) {
  const box = useRef<HTMLDivElement | null>(null);
  const latest = useRef(list);
  latest.current = list;
  const [sight, setSight] = useState<ListSight>({ top: 0, height: 0 });
  const [active, setActive] = useState(0);
  const takesFocus = useRef(false);

  const show = useCallback((top: number) => {
    const element = box.current;
    if (element === null) return;
    const height = element.clientHeight;
    const next = { top: Math.max(0, Math.min(lastTop(latest.current, height), top)), height };
    setSight(next);
    element.scrollTop = scrollOf(latest.current, next);
  }, []);

  const watch = useCallback((element: HTMLDivElement) => {
    box.current = element;
    const look = (): void => {
      const height = element.clientHeight;
      setSight((before) => {
        // The element rounds: where it stands where it was put, the exact top is known better.
        const isPut = before.height === height && Math.abs(scrollOf(latest.current, before) - element.scrollTop) < 2;
        return isPut ? before : { top: topOf(latest.current, element.scrollTop, height), height };
      });
    };
    const wheel = (event: WheelEvent): void => {
      // A list that is squeezed would run away under the wheel: it is moved by what the wheel says.
      if (scrollHeight(latest.current) === latest.current.count * latest.current.rowHeight || event.ctrlKey) return;
      event.preventDefault();
      setSight((before) => {
        const height = element.clientHeight;
        const next = { top: Math.max(0, Math.min(lastTop(latest.current, height), before.top + event.deltaY)), height };
        element.scrollTop = scrollOf(latest.current, next);
        return next;
      });
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    element.addEventListener("wheel", wheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
      element.removeEventListener("wheel", wheel);
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = rowAfter(event.key, active, list, sight);
    if (target === null) return;
    event.preventDefault();
    takesFocus.current = true;
    setActive(target);
    show(topShowing(list, target, sight));
  };

  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    box.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)?.focus({ preventScroll: true });
  });

  const { first, end } = rowsIn(list, sight);
  const within = Math.min(active, Math.max(0, list.count - 1));
  return {
    watch,
    onKeyDown,
    first,
    end,
    /** The row that has the tab stop; where it is out of sight the first in sight has it. */
    active: within >= first && within < end ? within : first,
    setActive,
    height: scrollHeight(list),
    /** Where a row stands in the scrolled element, in px. */
    placeOf: (row: number): number => scrollOf(list, sight) + row * list.rowHeight - sight.top,
  };
}
