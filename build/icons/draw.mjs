// @ts-check
// Draws the icon's files anew after a change in shapes.mjs: `node build/icons/draw.mjs`. The files are committed.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMain } from "../root.mjs";
import { png } from "./png.mjs";
import { raster } from "./raster.mjs";
import { shapes, svg } from "./shapes.mjs";

/** The sizes that desktops ask for. The names are electron-builder's: it picks the sizes from them. */
export const sizes = [16, 32, 48, 64, 128, 256, 512];

if (isMain(import.meta.url)) {
  const folder = import.meta.dirname;
  writeFileSync(join(folder, "icon.svg"), svg());
  for (const size of sizes) writeFileSync(join(folder, `${size}x${size}.png`), png(raster(shapes, size), size));
}
