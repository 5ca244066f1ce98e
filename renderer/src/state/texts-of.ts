import type { Opened } from "@argscope/core/contract/worker.ts";
import type { Engine } from "../engine/engine.ts";
import { arrayOf } from "../engine/shared.ts";
import { CellTexts } from "./cell-texts.ts";

/** The text that an opened table's numbers have in its file; null where they have none. */
export function textsOf(engine: Engine, { handle, array, origin }: Opened): CellTexts | null {
  if (!origin.hasText) return null;
  return new CellTexts(arrayOf(array), origin.point, async (rows, firstColumn, columnCount) => {
    const read = await engine.ask("rows", { handle, rows, firstColumn, columnCount });
    return read.ok ? read.value : null;
  });
}
