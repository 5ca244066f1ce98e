import type { Dtype } from "../../array/dtype.ts";
import type { NdArray } from "../../array/ndarray.ts";
import { ValueError } from "../../errors.ts";
import { startHelpers, WORTH_SHARING } from "../../pool/helpers.ts";
import { Task } from "../csv/task.ts";
import { type NpyHeader, readNpyHeader } from "./header.ts";
import { NpyFill } from "./npy-fill.ts";
import { checkPromise } from "./parse-npy.ts";
import { FRONT_BYTES } from "./preamble.ts";
import { isOneStretch, type RangeSource, type RowRanges, rangeBlocks, rowRanges } from "./row-ranges.ts";

/** An .npy file whose header was read, and whose elements were not. */
export interface NpyFile {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly fortranOrder: boolean;
  /** Bytes that all elements take. */
  readonly nbytes: number;
  /**
   * The rows from `start` up to, not with, `stop` of the first axis as an array in engine memory; all of them by default. No
   * more memory is asked for than these rows need, so a file larger than memory can be read piece by piece.
   *
   * @throws {ValueError} not 0 ≤ start ≤ stop ≤ shape[0].
   * @throws {CapacityError} the memory for these rows cannot be had.
   * @throws {CancelledError} `control` said so. Nothing is held then.
   */
  read(start?: number, stop?: number, control?: Int32Array): Promise<NdArray>;
}

/**
 * Opens an .npy file that can be read anywhere, without reading its elements.
 *
 * @throws {FormatError} {UnsupportedError} as `parseNpy`.
 */
export async function openNpy(source: RangeSource): Promise<NpyFile> {
  const header = readNpyHeader(await source.read(0, Math.min(FRONT_BYTES, source.size)));
  checkPromise(header, source.size);
  const { dtype, shape, fortranOrder, dataBytes } = header;
  return {
    dtype,
    shape,
    fortranOrder,
    nbytes: Number(dataBytes),
    read: (start = 0, stop = shape[0] ?? 0, control?: Int32Array) => readRows(source, header, start, stop, control),
  };
}

async function readRows(
  source: RangeSource,
  header: NpyHeader,
  start: number,
  stop: number,
  control: Int32Array | undefined,
): Promise<NdArray> {
  const [rows, ...rest] = header.shape;
  if (
    rows !== undefined &&
    !(Number.isInteger(start) && Number.isInteger(stop) && 0 <= start && start <= stop && stop <= rows)
  ) {
    throw new ValueError(`rows ${start} to ${stop} are not within the ${rows} rows of the file`);
  }
  const task = new Task(control);
  task.check();
  const ranges = rowRanges(header, start, stop);
  const fill = new NpyFill(header, rows === undefined ? [] : [stop - start, ...rest], ranges.fileByte);
  const total = fill.missing;
  // What is read will be reduced: the threads start meanwhile.
  if (total >= WORTH_SHARING) startHelpers();
  try {
    if (source.pieces !== undefined && isOneStretch(ranges)) await fillByPieces(source.pieces.bind(source), ranges, fill, task);
    else {
      for await (const block of rangeBlocks(source, ranges)) {
        fill.push(block);
        await task.step(total - fill.missing, total);
      }
    }
    return fill.finish();
  } catch (error) {
    fill.discard();
    throw error;
  }
}

/** Bytes between two steps of the task. */
const STRETCH = 1 << 22;

/** For a source that brings bytes to be copied at once: a new block of memory for each million of them takes longer than the copying. */
async function fillByPieces(
  pieces: NonNullable<RangeSource["pieces"]>,
  { start }: RowRanges,
  fill: NpyFill,
  task: Task,
): Promise<void> {
  const total = fill.missing;
  const filled = (): number => total - fill.missing;
  while (fill.missing > 0) {
    const from = start + filled();
    await pieces(from, from + Math.min(STRETCH, fill.missing), (bytes, at) => {
      // Some may come twice.
      fill.push(bytes.subarray(Math.max(0, start + filled() - at)));
    });
    await task.step(filled(), total);
  }
}
