import { NdArray } from "@argscope/core/array/ndarray.ts";
import type { Calls } from "@argscope/core/contract/worker.ts";
import { keyOf } from "@argscope/core/edits/cell-key.ts";
import { Edits, type Manner } from "@argscope/core/edits/edits.ts";
import { plainStyle } from "@argscope/core/edits/number-style.ts";
import { Progress } from "@argscope/core/edits/progress.ts";
import { TextColumn } from "@argscope/core/table/text-column.ts";

type Reply = Calls["edit"]["gives"];

const ROWS = 10;
const manner: Manner = { ticket: 0, progress: new Progress(undefined), turned() {} };

/** What a worker's edits answer, for tests that give the engine's answers themselves: ten zeros, and two columns of empty labels. */
export class EditsBeside {
  readonly #edits: Edits;

  constructor() {
    const ints = (): NdArray => new NdArray("uint8", [ROWS], [1], 0, new Uint8Array(ROWS));
    const ends = (): NdArray => new NdArray("float64", [ROWS], [1], 0, new Float64Array(ROWS));
    const labels = [0, 1].map((index) => new TextColumn({ name: `${index}`, heading: "", index }, 0, ints(), ends()));
    const array = new NdArray("float64", [ROWS], [1], 0, new Float64Array(ROWS));
    this.#edits = new Edits({ array, labels, style: plainStyle });
  }

  write(place: number, text: string, label: number | null = null): Reply {
    const keys = Float64Array.of(keyOf(label, place, this.#edits.labelRows));
    return { ...this.#edits.apply({ keys, each: (visit) => visit(0, text) }, "edit of 1 cell", manner), views: [] };
  }

  undo(): Reply {
    return { ...this.#edits.undo(manner), views: [] };
  }

  redo(): Reply {
    return { ...this.#edits.redo(manner), views: [] };
  }

  /** The file has every cell as it is now. */
  save(): Calls["save"]["gives"]["edits"] {
    this.#edits.saved();
    const { cells, changed } = this.#edits.state();
    return { cells, changed };
  }
}
