import { groupedNumber } from "../cell.ts";
import { comma, noByte, point } from "../dialect.ts";

/** How a file writes the parts of a number. */
export interface NumberStyle {
  readonly point: number;
  /** `noByte`: thousands are not parted. */
  readonly thousands: number;
  readonly reason: string;
}

const commaDecimal = /^[+-]?(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+|\d*,\d+[eE][+-]?\d+)$/;
const pointDecimal = /^[+-]?(?:\d*\.\d+|\d+\.)(?:[eE][+-]?\d+)?$/;
const groupedByComma = groupedNumber(",", ".");
const groupedByPoint = groupedNumber(".", ",");

/**
 * Decides from the cells of a sample what a comma in a number means. `1,234` alone may mean two things: it counts as parted
 * thousands, unless other cells can only have a decimal comma.
 */
export function sniffNumberStyle(cells: Iterable<string>): NumberStyle {
  let commas = 0;
  let points = 0;
  let byComma = 0;
  let byPoint = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (commaDecimal.test(text)) commas++;
    if (groupedByComma.test(text)) byComma++;
    // 1.234 is a plain number with a point until something says otherwise.
    if (groupedByPoint.test(text) && (text.includes(",") || text.split(".").length > 2)) byPoint++;
    else if (pointDecimal.test(text)) points++;
  }
  if (commas + byPoint > 0 && points === 0) {
    const thousands = byPoint > 0 ? point : noByte;
    return { point: comma, thousands, reason: `${cellsHave(commas + byPoint)} a decimal comma and none a point` };
  }
  if (byComma > 0 && commas === 0) {
    return { point, thousands: comma, reason: `${cellsHave(byComma)} commas between thousands` };
  }
  return { point, thousands: noByte, reason: "no cell of the sample needs a comma to be a number" };
}

function cellsHave(count: number): string {
  return count === 1 ? "one cell of the sample has" : `${count} cells of the sample have`;
}
