import type { Preview } from "@argscope/core/contract/opening.ts";
import type { Fault } from "@argscope/core/contract/result.ts";
import { Passages } from "../../ui/passages/Passages.tsx";
import type { ChosenColumn } from "./column-choice.ts";

/** As much as the dialog has room for. */
const COLUMNS = 24;
const ROWS = 12;

/** The first rows of a file as it would be read, what each column would be, and what is to be said about it. */
export function ImportPreview(props: {
  readonly preview: Preview | null;
  readonly columns: readonly ChosenColumn[];
  readonly isWaiting: boolean;
  readonly fault: Fault | null;
}) {
  const { preview, columns, isWaiting, fault } = props;
  if (fault !== null) {
    return (
      <section className="import-preview" aria-label="Preview">
        <p className="failure" role="alert">
          {fault.message}
        </p>
      </section>
    );
  }
  return (
    <section className="import-preview" aria-label="Preview" aria-busy={isWaiting} data-waiting={isWaiting ? "" : undefined}>
      {preview !== null && (
        <>
          <p className="hint">{countText(preview)}</p>
          <Rows rows={preview.rows.slice(0, ROWS)} columns={columns.slice(0, COLUMNS)} />
          <ul className="import-receipt" aria-label="What was decided">
            <Passages receipt={preview.receipt} />
          </ul>
        </>
      )}
    </section>
  );
}

function countText({ columns, rows, rowCount, isWhole }: Preview): string {
  const shown = `The first ${Math.min(ROWS, rows.length)} rows`;
  const more = columns.length > COLUMNS ? ` and the first ${COLUMNS} of ${columns.length.toLocaleString("en")} columns` : "";
  if (rowCount === null) return `${shown}${more}.`;
  return `${shown} of ${isWhole ? "" : "about "}${rowCount.toLocaleString("en")}${more}.${isWhole ? "" : " The sentences below are about the start of the file."}`;
}

function Rows({ rows, columns }: { readonly rows: Preview["rows"]; readonly columns: readonly ChosenColumn[] }) {
  return (
    // A person without a mouse scrolls it by the arrow keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="import-table" tabIndex={0} aria-label="First rows">
      <table>
        <thead>
          <tr>
            {columns.map(({ name, dtype, isNumber, isRead }) => (
              <th
                key={name}
                scope="col"
                data-number={isNumber ? "" : undefined}
                data-left-out={isRead ? undefined : ""}
                title={name}
              >
                <span className="import-dtype code">{isRead ? dtype : "left out"}</span>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its number
            <tr key={row}>
              {columns.map(({ name, isNumber, isRead }, column) => (
                <td key={name} data-number={isNumber ? "" : undefined} data-left-out={isRead ? undefined : ""}>
                  {cells[column] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
