/** How many colours there are from the smallest number to the largest. */
export const STEPS = 24;

/** One colour of the scale, and that of the text on it, as CSS has them. */
export interface HeatStep {
  readonly back: string;
  readonly ink: "#000000" | "#ffffff";
}

/** OKLab: lightness from 0 to 1, and how far from grey towards red and towards yellow. */
type Lab = readonly [l: number, a: number, b: number];

/**
 * The two ends. The line between them leads from blue through grey to yellow: the one way that is told apart by every kind of
 * colour vision, as that of cividis; and by its lightness alone, too.
 */
const DARK: Lab = [0.36, -0.015, -0.105];
const LIGHT: Lab = [0.93, -0.025, 0.125];

/** From the smallest to the largest: even steps in OKLab, so that equal differences look equal. */
export function heatScale(): readonly HeatStep[] {
  return Array.from({ length: STEPS }, (_, k) => {
    const back = rgbOf(mixed(k / (STEPS - 1)));
    const ink = contrast(luminance(back), 1) >= contrast(luminance(back), 0) ? "#ffffff" : "#000000";
    return { back: hex(back), ink };
  });
}

function mixed(t: number): Lab {
  return [DARK[0] + t * (LIGHT[0] - DARK[0]), DARK[1] + t * (LIGHT[1] - DARK[1]), DARK[2] + t * (LIGHT[2] - DARK[2])];
}

type Rgb = readonly [red: number, green: number, blue: number];

/** Linear light from OKLab, then sRGB's curve. @see Björn Ottosson, "A perceptual color space for image processing" */
function rgbOf([l, a, b]: Lab): Rgb {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    curved(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    curved(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    curved(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ];
}

function curved(linear: number): number {
  const clamped = Math.max(0, Math.min(1, linear));
  return clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * clamped ** (1 / 2.4) - 0.055;
}

function hex(rgb: Rgb): string {
  return `#${rgb
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** @see WCAG 2.2, relative luminance */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
