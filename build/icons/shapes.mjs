// @ts-check

/**
 * A shape of the icon, in units of a 16 × 16 square whose y grows downwards: a rectangle with round corners or a polygon.
 * @typedef {{ kind: "box", x: number, y: number, size: number, radius: number, colour: string }
 *   | { kind: "polygon", points: readonly (readonly [number, number])[], colour: string }} Shape
 */

/** Okabe–Ito blue, the colour of argmin's winners in the window. */
const winner = "#0072b2";

/** Where a row or column of three starts. Cells of 4 units between lines of 1 fall on whole pixels at 16, 32, 48, 64 … */
const tracks = [1, 6, 11];

/** @type {readonly Shape[]} */
const cells = tracks.flatMap((y) =>
  tracks.map((x) => {
    const lit = x === 6 && y === 6;
    return { kind: /** @type {const} */ ("box"), x, y, size: 4, radius: 0.6, colour: lit ? winner : "#ccd6df" };
  }),
);

/** The icon, back to front: a sheet of nine cells, the middle one lit and marked ▼ as the window marks a minimum. */
/** @type {readonly Shape[]} */
export const shapes = [
  { kind: "box", x: 0, y: 0, size: 16, radius: 1.6, colour: "#ffffff" },
  ...cells,
  {
    kind: "polygon",
    points: [
      [6.75, 7],
      [9.25, 7],
      [8, 9.25],
    ],
    colour: "#ffffff",
  },
];

/** The icon as an SVG document. */
export function svg() {
  const lines = shapes.map((shape) =>
    shape.kind === "box"
      ? `<rect x="${shape.x}" y="${shape.y}" width="${shape.size}" height="${shape.size}" rx="${shape.radius}" fill="${shape.colour}"/>`
      : `<polygon points="${shape.points.map((point) => point.join(",")).join(" ")}" fill="${shape.colour}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">\n  ${lines.join("\n  ")}\n</svg>\n`;
}
