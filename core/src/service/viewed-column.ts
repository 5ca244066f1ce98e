import { NdArray } from "../array/ndarray.ts";
import type { RowTexts } from "../expression/index.ts";
import { TextColumn } from "../table/text-column.ts";

const NOTHING = new NdArray("uint8", [0], [1], 0, new Uint8Array(0));

/** Labels that are read through a view: they have no bytes of their own. */
export class ViewedColumn extends TextColumn {
  readonly #texts: RowTexts;
  readonly #rows: number;

  constructor(texts: RowTexts, rows: number) {
    super({ name: texts.name, heading: texts.name, index: -1 }, 0, NOTHING, NOTHING);
    this.#texts = texts;
    this.#rows = rows;
  }

  override get rows(): number {
    return this.#rows;
  }

  override text(row: number): string {
    return this.#texts.text(row);
  }
}
