import type { ScaleReach } from "@argscope/core/contract/scaling.ts";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { numberText } from "../../engine/number-text.ts";
import { type Colored, color, coloredIn } from "../../state/coloring.ts";
import type { Desk } from "../../state/desk.ts";
import { heatScale } from "../../ui/heat-scale.ts";

const WORDS: Readonly<Record<Exclude<ScaleReach, "all">, string>> = { columns: "each column", rows: "each row" };
/** Digits that a legend needs: the cells have them all. */
const DIGITS = 6;

/** What the colours of the cells mean. */
export function HeatLegend({ desk }: { readonly desk: Desk }) {
  const colored = useStore(desk.store, coloredIn);
  const isAsked = useStore(desk.store, ({ coloring }) => coloring.kind === "asked");
  if (colored === null && !isAsked) return null;
  return (
    <section className="heat-legend" aria-label="Colours of the cells">
      {colored === null ? (
        <span>Looking for the smallest and the largest number…</span>
      ) : (
        <Scale desk={desk} colored={colored} />
      )}
      <Button className="button quiet" aria-label="Do not colour cells" onPress={() => void color(desk, null)}>
        ✕
      </Button>
    </section>
  );
}

function Scale({ desk, colored }: { readonly desk: Desk; readonly colored: Colored }) {
  const scale = desk.shelf.scale(colored.serial);
  const [low, high] = [scale?.low[0] ?? Number.NaN, scale?.high[0] ?? Number.NaN];
  const isAll = colored.reach === "all";
  return (
    <>
      <span>{isAll ? shortText(low) : `smallest of ${WORDS[colored.reach as "columns" | "rows"]}`}</span>
      <svg className="heat-colors" viewBox={`0 0 ${colors.length} 1`} preserveAspectRatio="none" aria-hidden="true">
        {colors.map(({ back }, k) => (
          <rect key={back} x={k} width={1.02} height={1} fill={back} />
        ))}
      </svg>
      <span>{isAll ? shortText(high) : "largest"}</span>
      <span className="heat-apart" data-kind="nan">
        nan
      </span>
      <span className="heat-apart" data-kind="inf">
        inf
      </span>
    </>
  );
}

const colors = heatScale();

function shortText(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(DIGITS))) : numberText(value);
}
