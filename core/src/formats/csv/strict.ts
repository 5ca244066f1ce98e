import { FormatError } from "../../errors.ts";
import type { Findings } from "./findings.ts";
import { Task } from "./task.ts";

/** What a strict reading looks at. */
type Faults = Pick<Findings, "shortRows" | "longRows" | "badQuotes">;

/** A file as far as its faults are told of. */
export interface StrictFile {
  readonly name: string;
  /** Of the file, whether they are read or not. */
  readonly columns: number;
}

/**
 * A task that ends with the step in which the first fault was found: a malformed file is refused where it is malformed, and no
 * more of it is read or kept. Findings come in the order of the file, by however many threads it is read.
 */
export class StrictTask extends Task {
  readonly #task: Task;
  readonly #faults: Faults;
  readonly #file: StrictFile;

  constructor(task: Task, faults: Faults, file: StrictFile) {
    super(undefined);
    this.#task = task;
    this.#faults = faults;
    this.#file = file;
  }

  /** @throws {FormatError} a row has too few or too many cells, or a quote is out of place. */
  override async step(done: number, total: number): Promise<void> {
    checkWellFormed(this.#faults, this.#file);
    await this.#task.step(done, total);
  }

  override check(): void {
    this.#task.check();
  }
}

function checkWellFormed({ shortRows, longRows, badQuotes }: Faults, { name, columns }: StrictFile): void {
  const ragged = (cells: number): string => `has ${cells} ${cells === 1 ? "cell" : "cells"}, and the table ${columns} columns`;
  const faults = [
    ...shortRows.places.map(({ line, column }) => ({ line, column: column + 1, what: ragged(column) })),
    ...longRows.places.map(({ line, column }) => ({ line, column: columns + 1, what: ragged(column) })),
    ...badQuotes.places.map(({ line, column }) => {
      return { line, column: column + 1, what: `has a quote out of place in column ${column + 1}` };
    }),
  ];
  const [first] = faults.sort((a, b) => a.line - b.line || a.column - b.column);
  if (first === undefined) return;
  const { line, column } = first;
  throw new FormatError(`${name} is malformed: line ${line} ${first.what}.`, { line, column });
}
