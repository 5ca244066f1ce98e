import { elementOf } from "../array/element.ts";
import type { Direction, Place } from "../contract/selecting.ts";
import { isMissing } from "../expression/present.ts";
import type { Watch } from "../reduce/watch.ts";
import { columnAt, type Plane, planeColumns, planeRows, positionIn, rowAt, textsOf } from "./plane.ts";

const STEPS: Readonly<Record<Direction, readonly [down: number, across: number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
};
const CELLS_A_LOOK = 4096;
/** A key press looks no further; the next one goes on from there. About a second's work. */
const MOST_STEPS = 2 ** 25;

/**
 * Where Ctrl and an arrow lead, as in a spreadsheet: from data with data beside it to the last cell of that block, else to the
 * next cell that has data; where there is none, to the end. NaN, NaT and empty text are no data.
 *
 * @throws {CancelledError} the way was long, and someone wrote the cancel word.
 */
export function edgeFrom(plane: Plane, from: Place, direction: Direction, watch: Watch): Place {
  const [down, across] = STEPS[direction];
  const hasData = dataAt(plane);
  const rows = planeRows(plane);
  const columns = planeColumns(plane);
  const isInside = (row: number, column: number): boolean => row >= 0 && row < rows && column >= 0 && column < columns;
  let { row, column } = from;
  const next = isInside(row + down, column + across) && hasData(row + down, column + across);
  const isLeaving = hasData(row, column) && next;
  const last = { row: down > 0 ? rows - 1 : down < 0 ? 0 : row, column: across > 0 ? columns - 1 : across < 0 ? 0 : column };
  // Nothing of such an array is without data: the end needs no looking for.
  if (isLeaving && isAllData(plane, down)) return last;
  for (let steps = 1; steps < MOST_STEPS && isInside(row + down, column + across); steps++) {
    if (steps % CELLS_A_LOOK === 0) watch.count(CELLS_A_LOOK);
    const goesOn = hasData(row + down, column + across);
    if (isLeaving && !goesOn) return { row, column };
    row += down;
    column += across;
    if (!isLeaving && goesOn) return { row, column };
  }
  return { row, column };
}

/** Integers and booleans have no NaN, and a stride of 0 repeats one cell. */
function isAllData(plane: Plane, down: number): boolean {
  const { cells, labels, rowOrder } = plane;
  const repeats = down !== 0 && rowOrder === null && cells.strides[0] === 0;
  return (
    labels.length === 0 &&
    (repeats || ["bool", "int", "uint", "bigint", "biguint", "intp"].includes(elementOf(cells.dtype).kind))
  );
}

function dataAt(plane: Plane): (row: number, column: number) => boolean {
  const { data, dtype } = plane.cells;
  const { kind, numbers } = elementOf(dtype);
  const isText = kind === "str" || kind === "bytes";
  return (rowPlace, columnPlace) => {
    const row = rowAt(plane, rowPlace);
    const column = columnAt(plane, columnPlace);
    const texts = textsOf(plane, column);
    if (texts !== undefined) return texts.text(row) !== "";
    const position = positionIn(plane, row, column);
    // Text is padded with NUL: one at its start is all there is.
    return isText ? data[position * numbers] !== 0 : !isMissing(kind, data, position);
  };
}
