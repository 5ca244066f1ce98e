import {
  ColumnApiModule,
  type GridOptions,
  InfiniteRowModelModule,
  ModuleRegistry,
  PinnedRowModule,
  ScrollApiModule,
} from "ag-grid-community";
import type { GridContext } from "./cells.ts";
import { columnDefinitions } from "./columns.ts";
import { HEADER_HEIGHT, ROW_HEIGHT, SCROLL_BAR } from "./layout.ts";
import { type ShowColumnsFrom, takesKey } from "./navigation.ts";
import { theme } from "./theme.ts";

ModuleRegistry.registerModules([InfiniteRowModelModule, PinnedRowModule, ColumnApiModule, ScrollApiModule]);

/** Rows of the grid before anything is open: enough for a large screen, so that their cells are there when data comes. */
const ROWS_AT_START = 100;

/** How the grid is made, once, at the start of the program. */
export function gridOptions(context: GridContext, showColumnsFrom: ShowColumnsFrom): GridOptions {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
  return {
    context,
    theme,
    ...(nonce ? { styleNonce: nonce } : {}),
    columnDefs: columnDefinitions(),
    defaultColDef: {
      width: 96,
      minWidth: 48,
      sortable: false,
      suppressMovable: true,
      resizable: false,
      suppressKeyboardEvent: (params) => takesKey(context.sheet, showColumnsFrom, params),
    },
    rowModelType: "infinite",
    // Rows carry nothing: a cell reads the shared bytes at its own row and column when it is drawn.
    datasource: { getRows: ({ startRow, endRow, successCallback }) => successCallback(rowsOf(endRow - startRow)) },
    cacheBlockSize: 64,
    maxBlocksInCache: 8,
    blockLoadDebounceMillis: 0,
    infiniteInitialRowCount: ROWS_AT_START,
    rowHeight: ROW_HEIGHT,
    headerHeight: HEADER_HEIGHT,
    rowBuffer: 0,
    suppressRowTransform: true,
    suppressRowHoverHighlight: true,
    ensureDomOrder: true,
    suppressColumnMoveAnimation: true,
    suppressNoRowsOverlay: true,
    animateRows: false,
    scrollbarWidth: SCROLL_BAR,
  };
}

function rowsOf(count: number): object[] {
  return Array.from({ length: count }, () => ({}));
}
