import type { GridApi } from "ag-grid-community";
import { slotId } from "./columns.ts";
import type { Layout } from "./layout.ts";
import { standingAtStart } from "./options.ts";

/** The slots that AG Grid holds. They become more, never fewer. */
export class Standing {
  readonly #api: GridApi;
  #rows: number;
  #columns: number;

  constructor(api: GridApi) {
    const { rows, columns } = standingAtStart(screen);
    this.#api = api;
    this.#rows = rows;
    this.#columns = columns;
  }

  /** Makes what lacks: a step for each row and column. A step that does not come to be done is found again by the next layout. */
  growth({ rowSlots, columnSlots }: Layout): (() => void)[] {
    const rows = Array.from({ length: Math.max(0, rowSlots - this.#rows) }, () => () => {
      this.#rows++;
      this.#api.setRowCount(this.#rows, true);
    });
    const columns = Array.from({ length: Math.max(0, columnSlots - this.#columns) }, () => () => {
      this.#api.setColumnsVisible([slotId(this.#columns)], true);
      this.#columns++;
    });
    return [...rows, ...columns];
  }
}
