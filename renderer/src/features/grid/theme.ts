import { themeQuartz } from "ag-grid-community";

/** AG Grid's theme from our tokens: light and dark come from the same names. */
export const theme = themeQuartz.withParams({
  browserColorScheme: "inherit",
  fontFamily: "inherit",
  fontSize: "var(--text)",
  spacing: 4,
  cellHorizontalPadding: 8,
  backgroundColor: "var(--surface)",
  foregroundColor: "var(--ink)",
  headerBackgroundColor: "var(--chrome)",
  headerTextColor: "var(--ink)",
  headerFontWeight: 400,
  borderColor: "var(--hairline)",
  accentColor: "var(--focus)",
  rowHoverColor: "var(--hover)",
  oddRowBackgroundColor: "var(--surface)",
  columnBorder: { color: "var(--hairline-faint)" },
  rowBorder: { color: "var(--hairline-faint)" },
  headerColumnBorder: { color: "var(--hairline-faint)" },
  pinnedColumnBorder: { color: "var(--hairline)" },
  pinnedRowBorder: { color: "var(--hairline)" },
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  borderRadius: 2,
  headerColumnResizeHandleColor: "transparent",
});
