/** A column of a table that is written: its heading, and whether its cells are numbers. */
export interface HeadedColumn {
  readonly heading: string;
  readonly numeric: boolean;
}

/** How a table is written, line by line. */
export interface RowFormat {
  head(columns: readonly HeadedColumn[]): string;
  row(cells: readonly string[]): string;
}

export type RowFormatName = "csv" | "tsv" | "md";

/** RFC 4180 with its own line ending; the same with tabs, whose lines end as Unix has them; a table of GitHub's Markdown. */
export function rowFormat(name: RowFormatName): RowFormat {
  if (name === "md") return markdown;
  return name === "csv" ? delimited(",", "\r\n") : delimited("\t", "\n");
}

function delimited(delimiter: string, lineEnd: string): RowFormat {
  const special = new RegExp(`["\r\n${delimiter}]`);
  const field = (text: string): string => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const row = (cells: readonly string[]): string => {
    // A line without anything would be read as no row at all.
    if (cells.length === 1 && cells[0] === "") return `""${lineEnd}`;
    return `${cells.map(field).join(delimiter)}${lineEnd}`;
  };
  return { head: (columns) => row(columns.map(({ heading }) => heading)), row };
}

const markdown: RowFormat = {
  head(columns) {
    const rule = columns.map(({ numeric }) => (numeric ? "---:" : "---"));
    return `${markdown.row(columns.map(({ heading }) => heading))}| ${rule.join(" | ")} |\n`;
  },
  row: (cells) => `| ${cells.map(markdownCell).join(" | ")} |\n`,
};

/** What would end a cell or a line, or begin something else, stands for itself. */
function markdownCell(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_[\]|~]/g, "\\$&")
    .replaceAll(/\r\n|\r|\n/g, "<br>");
}
