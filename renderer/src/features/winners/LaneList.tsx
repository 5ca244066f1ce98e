import type { ReactNode } from "react";
import { useLongList } from "./use-long-list.ts";

const ROW_HEIGHT = 24;

/** The rows of the list, of which only those in sight exist. Arrow keys move along it, Enter and a click choose. */
export function LaneList(props: {
  readonly label: string;
  readonly count: number;
  readonly row: (place: number) => { readonly title: string; readonly cells: ReactNode };
  readonly onChoose: (place: number) => void;
}) {
  const { label, count, row, onChoose } = props;
  const { watch, onKeyDown, first, end, active, setActive, height, placeOf } = useLongList({ count, rowHeight: ROW_HEIGHT });
  return (
    <div className="windowed" ref={watch}>
      <ul aria-label={label} style={{ height }} onKeyDown={onKeyDown}>
        {Array.from({ length: Math.max(0, end - first) }, (_, k) => {
          const place = first + k;
          const { title, cells } = row(place);
          return (
            <li
              key={place}
              aria-setsize={count}
              aria-posinset={place + 1}
              style={{ height: ROW_HEIGHT, transform: `translateY(${placeOf(place)}px)` }}
            >
              <button
                type="button"
                className="winner"
                data-row={place}
                tabIndex={place === active ? 0 : -1}
                title={title}
                onFocus={() => setActive(place)}
                onClick={() => onChoose(place)}
              >
                {cells}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
