import { type ReactNode, useCallback, useState } from "react";

/** Chromium draws nothing beyond 2^25 px: rows above this many are not reachable by scrolling. */
const MOST_ROWS = 1_000_000;

const SPARE = 4;

/** A list of any length of which only the rows in sight exist. */
export function WindowedList(props: {
  readonly label: string;
  readonly count: number;
  readonly rowHeight: number;
  readonly row: (index: number) => ReactNode;
}) {
  const { label, rowHeight, row } = props;
  const count = Math.min(props.count, MOST_ROWS);
  const [sight, setSight] = useState({ top: 0, height: 0 });
  const watch = useCallback((box: HTMLDivElement) => {
    const look = (): void => setSight({ top: box.scrollTop, height: box.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", look);
    };
  }, []);
  const first = Math.max(0, Math.min(count, Math.floor(sight.top / rowHeight) - SPARE));
  const last = Math.min(count, Math.ceil((sight.top + sight.height) / rowHeight) + SPARE);
  return (
    <div className="windowed" ref={watch}>
      <ul aria-label={label} style={{ height: count * rowHeight }}>
        {Array.from({ length: last - first }, (_, k) => {
          const index = first + k;
          return (
            <li
              key={index}
              aria-setsize={count}
              aria-posinset={index + 1}
              style={{ height: rowHeight, transform: `translateY(${index * rowHeight}px)` }}
            >
              {row(index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
