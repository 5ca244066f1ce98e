import {
  type CellFocusedEvent,
  ColumnApiModule,
  type GridOptions,
  InfiniteRowModelModule,
  ModuleRegistry,
  PinnedRowModule,
  type SuppressKeyboardEventParams,
} from "ag-grid-community";
import type { GridContext } from "./cells.ts";
import { columnDefinitions } from "./columns.ts";
import { HEADER_HEIGHT } from "./layout.ts";
import { NARROWEST, ROW_HEIGHT, WIDEST } from "./metrics.ts";
import { ROW_SLOTS, SLOTS } from "./slots.ts";
import { theme } from "./theme.ts";

ModuleRegistry.registerModules([InfiniteRowModelModule, PinnedRowModule, ColumnApiModule]);

/** What the grid asks back: where the focus is and goes is ours to say, because the array is larger than its slots. */
export interface Listener {
  /** @returns true: the key is done with. */
  onKey(params: SuppressKeyboardEventParams): boolean;
  onFocused(event: CellFocusedEvent): void;
  /** The focus comes into the grid from outside. */
  onEntered(): boolean;
}

/** How many slots fill a screen. A window that is moved to a larger one gets more. */
export function standingAtStart({ availWidth, availHeight }: Screen): { rows: number; columns: number } {
  return {
    rows: Math.min(ROW_SLOTS, Math.ceil(availHeight / ROW_HEIGHT)),
    columns: Math.min(SLOTS, Math.ceil(availWidth / NARROWEST)),
  };
}

/** How the grid is made, once, at the start of the program: blank slots that never scroll. */
export function gridOptions(context: GridContext, listener: Listener): GridOptions {
  const standing = standingAtStart(screen);
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
  return {
    context,
    theme,
    ...(nonce ? { styleNonce: nonce } : {}),
    columnDefs: columnDefinitions(standing.columns),
    defaultColDef: {
      width: WIDEST,
      sortable: false,
      suppressMovable: true,
      resizable: false,
      suppressKeyboardEvent: (params) => listener.onKey(params),
    },
    rowModelType: "infinite",
    // Rows carry nothing: a cell reads the shared bytes at the row and column that it stands for when it is painted.
    datasource: {
      getRows: ({ startRow, endRow, successCallback }) => successCallback(rowsOf(endRow - startRow), standing.rows),
    },
    cacheBlockSize: ROW_SLOTS,
    blockLoadDebounceMillis: 0,
    infiniteInitialRowCount: standing.rows,
    pinnedBottomRowData: [{}],
    rowHeight: ROW_HEIGHT,
    headerHeight: HEADER_HEIGHT,
    rowBuffer: ROW_SLOTS,
    suppressColumnVirtualisation: true,
    suppressRowTransform: true,
    suppressRowHoverHighlight: true,
    ensureDomOrder: true,
    suppressColumnMoveAnimation: true,
    suppressNoRowsOverlay: true,
    animateRows: false,
    suppressHorizontalScroll: true,
    // In a narrow window AG Grid would let the columns beside the cells go, and not take them back in a wide one.
    processUnpinnedColumns: () => [],
    scrollbarWidth: 0,
    suppressHeaderFocus: true,
    tabToNextCell: () => false,
    focusGridInnerElement: () => listener.onEntered(),
    onCellFocused: (event) => listener.onFocused(event),
  };
}

function rowsOf(count: number): object[] {
  return Array.from({ length: count }, () => ({}));
}
