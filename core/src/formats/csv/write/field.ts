import { ValueError } from "../../../errors.ts";
import { carriageReturn, type Dialect, lineFeed, noByte, space, tab } from "../dialect.ts";

/** Where a cell stands, as far as its writing depends on it. */
export interface FieldPlace {
  /** It stood in quotes, and stays in them. */
  readonly wasQuoted: boolean;
  readonly isFirst: boolean;
  /** Without a quote the row would be taken for none: every other cell is empty. */
  readonly holdsRow: boolean;
}

/**
 * A text as a cell of a file, written as the file writes its cells; read again it is the same text.
 *
 * @throws {ValueError} the file has no way to write it.
 */
export function fieldText(text: string, dialect: Dialect, { wasQuoted, isFirst, holdsRow }: FieldPlace): string {
  const isLost = text === "" && (holdsRow || (dialect.trimStart && dialect.delimiter === space));
  const isComment = isFirst && text.charCodeAt(0) === dialect.comment;
  if (!(wasQuoted || isLost || isComment || isSpecial(text, dialect))) return text;
  if (dialect.quote === noByte) throw unwritable(text, isLost);
  const quote = String.fromCharCode(dialect.quote);
  return `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
}

function isSpecial(text: string, { delimiter, quote, trimStart }: Dialect): boolean {
  if (trimStart && text.charCodeAt(0) === space) return true;
  for (let k = 0; k < text.length; k++) {
    const unit = text.charCodeAt(k);
    if (unit === delimiter || unit === quote || unit === lineFeed || unit === carriageReturn) return true;
  }
  return false;
}

function unwritable(text: string, isEmpty: boolean): ValueError {
  if (isEmpty) return new ValueError("An empty cell cannot stand there: the file has no quotes. Write nan.");
  const shown = text.replaceAll(String.fromCharCode(tab), "⇥");
  return new ValueError(`“${shown}” cannot be written into this file, which has no quotes to put around its delimiter.`);
}
