// @ts-check

/** Samples per pixel along each side; their mean smooths the edges. */
const samples = 8;

/**
 * Draws shapes into size × size pixels of RGBA, a byte each, not premultiplied.
 * @param {readonly import("./shapes.mjs").Shape[]} shapes back to front @param {number} size
 */
export function raster(shapes, size) {
  const pixels = new Uint8Array(size * size * 4);
  const painted = shapes.map((shape) => ({ shape, rgb: rgbOf(shape.colour) }));
  const step = 16 / size / samples;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let sample = 0; sample < samples * samples; sample++) {
        const x = (column * samples + (sample % samples) + 0.5) * step;
        const y = (row * samples + Math.floor(sample / samples) + 0.5) * step;
        const top = painted.findLast(({ shape }) => covers(shape, x, y));
        if (top === undefined) continue;
        covered++;
        for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (top.rgb[channel] ?? 0);
      }
      const alpha = Math.round((covered / (samples * samples)) * 255);
      pixels.set([...sum.map((value) => Math.round(value / Math.max(covered, 1))), alpha], (row * size + column) * 4);
    }
  }
  return pixels;
}

/** @param {import("./shapes.mjs").Shape} shape @param {number} x @param {number} y */
function covers(shape, x, y) {
  if (shape.kind === "box") {
    const { radius, size } = shape;
    // The distance to the box that the corners' centres span.
    const dx = Math.max(shape.x + radius - x, x - (shape.x + size - radius), 0);
    const dy = Math.max(shape.y + radius - y, y - (shape.y + size - radius), 0);
    return dx * dx + dy * dy <= radius * radius;
  }
  // Inside a convex polygon a point has every edge on the same side.
  const sides = shape.points.map(([x1, y1], i) => {
    const [x2, y2] = shape.points[(i + 1) % shape.points.length] ?? [0, 0];
    return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) >= 0;
  });
  return sides.every((side) => side === sides[0]);
}

/** @param {string} colour like "#0072b2" */
function rgbOf(colour) {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
