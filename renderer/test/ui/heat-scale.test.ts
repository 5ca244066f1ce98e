import { describe, expect, it } from "vitest";
import { heatScale, STEPS } from "../../src/ui/heat-scale.ts";

type Rgb = readonly [number, number, number];

function linear(hex: string): Rgb {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;
}

const luminance = (hex: string): number => {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

/** CIE L*, which no kind of colour vision takes away. */
const lightness = (y: number): number => (y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y);

/** What is left of a colour without the red, and without the green cones: Viénot, Brettel and Mollon, 1999. */
const DEFICIENT: Readonly<Record<string, readonly Rgb[]>> = {
  protan: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deutan: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
};

describe("the scale of colours", () => {
  const scale = heatScale();

  it("has text that can be read on every step: at least 4.5 : 1", () => {
    expect(scale).toHaveLength(STEPS);
    for (const { back, ink } of scale) expect(contrast(back, ink)).toBeGreaterThanOrEqual(4.5);
  });

  it("grows lighter at every step, and evenly", () => {
    const steps = scale.map(({ back }) => lightness(luminance(back)));
    const growth = steps.slice(1).map((step, k) => step - (steps[k] ?? 0));
    expect(Math.min(...growth)).toBeGreaterThan(1);
    expect(Math.max(...growth)).toBeLessThan(2 * Math.min(...growth));
  });

  it.each(Object.entries(DEFICIENT))("grows lighter at every step for %s vision, too", (_name, matrix) => {
    const seen = scale.map(({ back }) => {
      const rgb = linear(back);
      const [red, green, blue] = matrix.map((row) => row.reduce((sum, weight, k) => sum + weight * (rgb[k] ?? 0), 0)) as [
        number,
        number,
        number,
      ];
      return lightness(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    });
    for (const [k, step] of seen.slice(1).entries()) expect(step - (seen[k] ?? 0)).toBeGreaterThan(1);
  });

  it("leads from blue to yellow", () => {
    const [first, last] = [linear(scale[0]?.back ?? ""), linear(scale.at(-1)?.back ?? "")];
    expect(first[2]).toBeGreaterThan(2 * first[0]);
    expect(last[0]).toBeGreaterThan(2 * last[2]);
  });
});
