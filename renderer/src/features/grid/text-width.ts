import type { TextWidth } from "./metrics.ts";

/** Measures text in the font of an element. */
export function textWidthIn(element: HTMLElement): TextWidth {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return (text) => text.length * 8;
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  return (text) => context.measureText(text).width;
}

/** The same in the grid's own font; null before there is a grid. */
export function textWidthInGrid(): TextWidth | null {
  const host = document.querySelector<HTMLElement>(".grid-host");
  return host === null ? null : textWidthIn(host);
}
