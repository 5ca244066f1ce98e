import { heatScale } from "../../ui/heat-scale.ts";

/** Gives the page the colours of the scale: they are computed, so no style sheet can name them. The winner keeps its own. */
export function adoptHeatStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    heatScale()
      .map(
        ({ back, ink }, k) =>
          `.ag-cell[data-heat="${k}"]:not([data-winner="first"]) { background-color: ${back}; color: ${ink}; }`,
      )
      .join("\n"),
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
