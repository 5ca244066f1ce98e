import type { NdArray } from "../../array/ndarray.ts";
import { Task } from "../csv/task.ts";
import { NpyFront } from "./front.ts";
import type { NpyHeader } from "./header.ts";
import { NpyFill } from "./npy-fill.ts";
import { checkPromise } from "./parse-npy.ts";

export interface ReadNpyOptions {
  /** [0] progress in 1/1000, written here; [1] anything but 0 means cancel. */
  readonly control?: Int32Array | undefined;
  /** Bytes that the source will give, where that is known: then a header that lies is refused before memory is asked for. */
  readonly size?: number;
}

/**
 * Reads an .npy file as its bytes come in, straight into engine memory: nothing else grows with the file. As `parseNpy` in all
 * other things. The source is left as soon as the last element is there.
 *
 * @throws {FormatError} {UnsupportedError} {CapacityError} as `parseNpy`.
 * @throws {CancelledError} `control` said so. Nothing is held then.
 */
export async function readNpy(source: AsyncIterable<Uint8Array>, options: ReadNpyOptions = {}): Promise<NdArray> {
  const task = new Task(options.control);
  const front = new NpyFront();
  let fill: NpyFill | null = null;
  let total = 0;
  task.check();
  try {
    for await (const block of source) {
      if (fill === null) {
        const header = front.push(block);
        if (header === null) continue;
        if (options.size !== undefined) checkPromise(header, options.size);
        fill = fillOf(header);
        total = fill.missing;
        fill.push(front.bytes.subarray(header.dataStart));
      } else {
        fill.push(block);
      }
      await task.step(total - fill.missing, total);
      if (fill.missing === 0) break;
    }
    // Without a whole header this refuses what there is of it.
    fill ??= fillOf(front.finish());
    return fill.finish();
  } catch (error) {
    fill?.discard();
    throw error;
  }
}

function fillOf(header: NpyHeader): NpyFill {
  return new NpyFill(header, header.shape, (position) => header.dataStart + position);
}
