import { groupedNumber } from "../cell.ts";
import { comma, noByte, point } from "../dialect.ts";

/** How a file writes the parts of a number. */
export interface NumberStyle {
  readonly point: number;
  /** `noByte`: thousands are not parted. */
  readonly thousands: number;
  readonly reason: string;
}

/** Cells of one kind to one of the other that make it an exception. */
const few = 20;
const commaDecimal = /^[+-]?(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+|\d*,\d+[eE][+-]?\d+)$/;
const pointDecimal = /^[+-]?(?:\d*\.\d+|\d+\.)(?:[eE][+-]?\d+)?$/;
const groupedByComma = groupedNumber(",", ".");
const groupedByPoint = groupedNumber(".", ",");

/**
 * Decides from the cells of a sample what a comma in a number means. `1,234` alone may mean two things: it counts as parted
 * thousands, unless other cells can only have a decimal comma. `1.234` is a plain number with a point, unless other cells part
 * thousands by points. A few cells of the other kind among many do not count: slips.
 *
 * @param cells    those that are no numbers as they are.
 * @param pointed  the numbers with a point; asked for only where they matter.
 */
export function sniffNumberStyle(cells: Iterable<string>, pointed: () => Iterable<string> = () => []): NumberStyle {
  const seen = new Seen();
  for (const cell of cells) seen.add(cell);
  // Nothing but a comma makes it a question what a point is.
  if (seen.commas + seen.byPoint > 0) for (const cell of pointed()) seen.add(cell);
  const { commas, byComma, byPoint } = seen;
  const points = byPoint > 0 ? seen.points : seen.points + seen.either;
  if (commas + byPoint > few * points) {
    const thousands = byPoint > 0 ? point : noByte;
    const others = points === 0 ? "none" : String(points);
    const marks = byPoint === 0 ? "a decimal comma" : "a decimal comma or points between thousands";
    return { point: comma, thousands, reason: `${cellsHave(commas + byPoint)} ${marks} and ${others} a decimal point` };
  }
  if (byComma > 0 && commas === 0) {
    return { point, thousands: comma, reason: `${cellsHave(byComma)} commas between thousands` };
  }
  return { point, thousands: noByte, reason: "no cell of the sample needs a comma to be a number" };
}

/** What was seen of the cells; one may count twice. */
class Seen {
  commas = 0;
  points = 0;
  byComma = 0;
  /** 1.234.567 or 1.234,5: points between thousands and nothing else. */
  byPoint = 0;
  /** 1.234: a number with a point, or a thousand and more. */
  either = 0;

  add(cell: string): void {
    const text = cell.trim();
    if (commaDecimal.test(text)) this.commas++;
    if (groupedByComma.test(text)) this.byComma++;
    if (!groupedByPoint.test(text)) this.points += Number(pointDecimal.test(text));
    else if (text.includes(",") || text.split(".").length > 2) this.byPoint++;
    else this.either++;
  }
}

function cellsHave(count: number): string {
  return count === 1 ? "one cell of the sample has" : `${count} cells of the sample have`;
}
