import type { NdArray } from "@argscope/core/array/ndarray.ts";
import type { Ordered } from "@argscope/core/contract/ordering.ts";
import type { Scale } from "@argscope/core/contract/scaling.ts";
import type { Answer, Opened, SharedArray } from "@argscope/core/contract/worker.ts";
import { compile, type Names, namesThrough, originsOf } from "@argscope/core/expression/index.ts";
import { arrayOf, type TextReader, textOf } from "../engine/shared.ts";
import { type Arrangement, arranged } from "./arrangement.ts";
import type { CellTexts } from "./cell-texts.ts";
import { EditedCells } from "./edited-cells.ts";
import { LaneShelf } from "./lane-shelf.ts";

/** What is open, as the page reads it. */
export interface Held {
  readonly array: NdArray;
  readonly columns: readonly string[];
  readonly labels: readonly TextReader[];
  /** The numbers' own text, where the file has one. */
  readonly texts: CellTexts | null;
  /** The same for what is said of winners, wherever they are. */
  readonly winnerTexts: CellTexts | null;
  /** What was edited since the file was opened; of a view: those of the whole, null where its elements are copies. */
  readonly edits: EditedCells | null;
}

/** An order that rows are shown in: for the page, and for the worker. */
interface Order {
  readonly serial: number;
  readonly handle: number;
  readonly rows: SharedArray;
  readonly arrangement: Arrangement;
}

/** What cells are coloured by: the smallest and the largest number of each lane. */
interface HeldScale {
  readonly serial: number;
  readonly handle: number;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

const numbersOf = (shared: SharedArray): ArrayLike<number> => arrayOf(shared).data as Int32Array | Float64Array;

const NO_NAMES: Names = { columns: [], labels: [] };

/**
 * The arrays that the state speaks of by number. They stay outside the store: state is compared and copied, bulk is not.
 *
 * The engine keeps the last two answers of an array; so does the shelf.
 */
export class Shelf {
  /** What is known of the answers beside their indices. */
  readonly lanes = new LaneShelf();
  readonly #held = new Map<number, Held>();
  #answers: readonly { readonly serial: number; readonly indices: NdArray }[] = [];
  #orders: readonly Order[] = [];
  #scales: readonly HeldScale[] = [];
  #serials = 0;
  /** Main's grants of the files that were opened, by the page's number for the source. */
  readonly grants = new Map<number, string>();
  /** Their sizes in bytes. */
  readonly sizes = new Map<number, number>();

  put(opened: Opened, texts: CellTexts | null = null): void {
    const { array, columns, labels, handle } = opened;
    const edits = new EditedCells();
    const readers = labels.map((shared, label) => withEdits(textOf(shared), label, edits));
    this.#held.set(handle, {
      array: arrayOf(array),
      columns,
      labels: readers,
      texts,
      winnerTexts: texts?.beside() ?? null,
      edits,
    });
  }

  /** A view of what is open under `root`; the file's names follow it. */
  putView(handle: number, { root, of }: { readonly root: number; readonly of: string }, shared: SharedArray): void {
    const whole = this.#held.get(root);
    const array = arrayOf(shared);
    const names = whole === undefined ? NO_NAMES : namesThrough(originsOf(compile(of), whole.array), array.shape, whole);
    const edits = whole !== undefined && isSameBlock(array, whole.array) ? whole.edits : null;
    this.#held.set(handle, { array, ...names, texts: null, winnerTexts: null, edits });
  }

  held(handle: number): Held | undefined {
    return this.#held.get(handle);
  }

  /** @returns the answer's number. */
  putAnswer(answer: Answer): number {
    const serial = ++this.#serials;
    this.#answers = [...this.#answers.slice(-1), { serial, indices: arrayOf(answer.indices) }];
    return serial;
  }

  indices(serial: number): NdArray | undefined {
    return this.#answers.find((answer) => answer.serial === serial)?.indices;
  }

  /** The engine keeps the last two of a handle, too. @returns the order's number. */
  putOrder(handle: number, { rows, places }: Ordered): number {
    const serial = ++this.#serials;
    const arrangement = arranged(numbersOf(rows), numbersOf(places));
    this.#orders = [...this.#orders.slice(-1), { serial, handle, rows, arrangement }];
    return serial;
  }

  order(serial: number): Order | undefined {
    return this.#orders.find((order) => order.serial === serial);
  }

  /** The engine keeps the last two of a handle, too. @returns the scale's number. */
  putScale(handle: number, { low, high }: Scale): number {
    const serial = ++this.#serials;
    this.#scales = [...this.#scales.slice(-1), { serial, handle, low: numbersOf(low), high: numbersOf(high) }];
    return serial;
  }

  scale(serial: number): HeldScale | undefined {
    return this.#scales.find((scale) => scale.serial === serial);
  }

  /** What was shown meanwhile: nothing was ever asked of it. */
  putAside(handle: number): void {
    this.#held.delete(handle);
  }

  drop(handle: number): void {
    this.#held.delete(handle);
    this.#answers = [];
    this.#orders = this.#orders.filter((order) => order.handle !== handle);
    this.#scales = this.#scales.filter((scale) => scale.handle !== handle);
    this.lanes.clear();
  }
}

function withEdits({ name, text }: TextReader, label: number, edits: EditedCells): TextReader {
  return { name, text: (row) => edits.at(label, row)?.text ?? text(row) };
}

/** Whether the elements of a view are the array's own. */
function isSameBlock(view: NdArray, whole: NdArray): boolean {
  return view.data.buffer === whole.data.buffer && view.data.byteOffset === whole.data.byteOffset;
}
