import type { Preview, ReadingOptions } from "@argscope/core/contract/opening.ts";
import type { Desk } from "../../state/desk.ts";
import { changeReading } from "../../state/importing.ts";
import { CheckBox } from "../../ui/CheckBox.tsx";
import { ColumnList } from "./ColumnList.tsx";
import type { ChosenColumn } from "./column-choice.ts";
import { DelimiterField } from "./DelimiterField.tsx";
import { ChoiceField, TextField } from "./fields.tsx";
import { RowRangeField } from "./RowRangeField.tsx";
import {
  type Choices,
  COMMENTS,
  DATES,
  DECIMALS,
  DELIMITERS,
  ENCODINGS,
  ESCAPES,
  HEADERS,
  NUMBER_FORMS,
  type NumberForm,
  nameIn,
  QUOTES,
  THOUSANDS,
} from "./words.ts";

interface Props {
  readonly desk: Desk;
  readonly options: ReadingOptions;
  /** Null: nothing is known yet. */
  readonly decisions: Preview["decisions"] | null;
  /** Empty: none is known yet. */
  readonly columns: readonly ChosenColumn[];
}

/** What may be said about a file; each with what is decided without it, and why. */
export function ImportFields({ desk, options, decisions, columns }: Props) {
  const { delimiter, quote, escape: mark, encoding, header, decimal, missing } = options;
  const { thousands, numbers, comment, rows, dates, indexCol, strict } = options;
  return (
    <div className="import-fields">
      <DelimiterField
        chosen={delimiter}
        decided={decisions && { value: nameIn(DELIMITERS, decisions.delimiter.value), reason: decisions.delimiter.reason }}
        onChoose={(value) => changeReading(desk, { delimiter: value })}
      />
      <ChoiceField
        label="Quotes"
        choices={QUOTES}
        chosen={quote}
        decided={decisions && { value: nameIn(QUOTES, decisions.quote.value), reason: decisions.quote.reason }}
        onChoose={(value) => changeReading(desk, { quote: value })}
      />
      <ChoiceField
        label="Quotes inside of quotes"
        choices={ESCAPES}
        chosen={mark}
        decided={
          decisions && { value: 'doubled, ""', reason: "a backslash is text like any other, unless you say that it escapes" }
        }
        onChoose={(value) => changeReading(desk, { escape: value })}
      />
      <ChoiceField
        label="Encoding"
        choices={ENCODINGS}
        chosen={encoding}
        decided={decisions && { value: nameIn(ENCODINGS, decisions.encoding.value), reason: decisions.encoding.reason }}
        onChoose={(value) => changeReading(desk, { encoding: value })}
      />
      <ChoiceField
        label="Header lines"
        choices={HEADERS}
        chosen={header === undefined ? undefined : String(header)}
        decided={decisions && { value: headerText(decisions.header.value), reason: decisions.header.reason }}
        onChoose={(value) => changeReading(desk, { header: headerOf(value) })}
      />
      <ChoiceField
        label="Decimal mark"
        choices={DECIMALS}
        chosen={decimal}
        decided={decisions && { value: nameIn(DECIMALS, decisions.decimal.value), reason: decisions.decimal.reason }}
        onChoose={(value) => changeReading(desk, { decimal: value === "," || value === "." ? value : undefined })}
      />
      <ChoiceField
        label="Thousands"
        choices={THOUSANDS}
        chosen={thousands}
        decided={decisions && { value: "as the numbers show", reason: "it is told from the numbers of the file" }}
        onChoose={(value) => changeReading(desk, { thousands: value })}
      />
      <TextField
        label="Missing cells"
        text={missing?.join(", ") ?? ""}
        placeholder="NA, N/A, null, nan, -"
        hint="Cells that hold no number, parted by commas. An empty cell always is one."
        onText={(text) => changeReading(desk, { missing: markersOf(text) })}
      />
      {columns.length > 0 && <ColumnList columns={columns} onChoose={(choice) => changeReading(desk, choice)} />}
      <RowRangeField rows={rows} onChoose={(range) => changeReading(desk, { rows: range })} />
      <ChoiceField
        label="Labels of the rows"
        choices={labelsOf(columns)}
        chosen={indexCol === null ? NO_LABELS : indexCol}
        decided={decisions && { value: firstText(columns), reason: "the first column of text names the rows" }}
        onChoose={(value) => changeReading(desk, { indexCol: value === NO_LABELS ? null : value })}
      />
      <ChoiceField
        label="Dates such as 03/04/2024"
        choices={DATES}
        chosen={dates}
        decided={decisions && { value: "text if unsure", reason: "a column that may be either would be a guess" }}
        onChoose={(value) => changeReading(desk, { dates: value === "dmy" || value === "mdy" ? value : undefined })}
      />
      <fieldset className="import-forms">
        <legend>Numbers are also</legend>
        {NUMBER_FORMS.map(([form, name]) => (
          <CheckBox
            key={form}
            name={name}
            isChecked={numbers?.includes(form) ?? false}
            onChange={(isChecked) => changeReading(desk, { numbers: withForm(numbers, form, isChecked) })}
          />
        ))}
      </fieldset>
      <ChoiceField
        label="Comments"
        choices={COMMENTS}
        chosen={comment}
        decided={
          decisions && { value: "as the first lines show", reason: "lines that start with # above the table are comments" }
        }
        onChoose={(value) => changeReading(desk, { comment: value })}
      />
      <fieldset className="import-forms">
        <legend>Faults</legend>
        <CheckBox
          name="Refuse a file that has to be mended"
          isChecked={strict ?? false}
          onChange={(isChecked) => changeReading(desk, { strict: isChecked || undefined })}
        />
      </fieldset>
    </div>
  );
}

/** No column has this name: names are of printed characters. */
const NO_LABELS = "\u0000";

/** More than a person looks through. */
const MOST_LABELS = 200;

function labelsOf(columns: readonly ChosenColumn[]): Choices {
  return [[NO_LABELS, "none"], ...columns.slice(0, MOST_LABELS).map(({ name }) => [name, name] as const)];
}

function firstText(columns: readonly ChosenColumn[]): string {
  return columns.find(({ dtype, isRead }) => dtype === "text" && isRead)?.name ?? "none";
}

function withForm(forms: ReadingOptions["numbers"], form: NumberForm, isTaken: boolean): ReadingOptions["numbers"] {
  const others = (forms ?? []).filter((other) => other !== form);
  const taken = isTaken ? [...others, form] : others;
  return taken.length === 0 ? undefined : taken;
}

function headerText(lines: number): string {
  return lines === 0 ? "none" : String(lines);
}

function headerOf(value: string | undefined): ReadingOptions["header"] {
  return value === undefined || value === "none" ? value : Number(value);
}

function markersOf(text: string): readonly string[] | undefined {
  const markers = text
    .split(",")
    .map((marker) => marker.trim())
    .filter((marker) => marker !== "");
  return markers.length === 0 ? undefined : markers;
}
