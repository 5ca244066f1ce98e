import type { LaneFilter } from "@argscope/core/contract/winners.ts";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { filterLanes } from "../../state/winners.ts";
import { Segments } from "../../ui/Segments.tsx";

/** Which lanes the list holds, and how many of each there are. */
export function LaneFilters(props: {
  readonly desk: Desk;
  readonly lanes: number;
  readonly known: { readonly lanesWithTies: number; readonly lanesWithNan: number } | null;
}) {
  const { desk, lanes, known } = props;
  const filter = useStore(desk.store, ({ winners }) => winners.order.filter);
  const segment = (value: LaneFilter, name: string, count: number | undefined) => ({
    value,
    name,
    ...(count === undefined ? {} : { picture: short(count) }),
  });
  return (
    <div className="lane-filters">
      <Segments
        label="Show"
        segments={[
          segment("all", "All", lanes),
          segment("ties", "With ties", known?.lanesWithTies),
          segment("nan", "With NaN", known?.lanesWithNan),
        ]}
        value={filter}
        onChange={(value) => void filterLanes(desk, value)}
      />
    </div>
  );
}

const counts = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

function short(count: number): string {
  return counts.format(count);
}
