import { FormatError } from "../../errors.ts";
import type { Findings } from "./findings.ts";
import type { Sniffed } from "./sniff/index.ts";
import { Task } from "./task.ts";

/** What a strict reading looks at. */
type Faults = Pick<Findings, "shortRows" | "longRows" | "badQuotes">;
/** What it expects: as many cells in each row as most have, or the header where it has more. */
type Shape = Pick<Sniffed, "usual" | "longRow">;

interface Fault {
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly what: string;
}

/**
 * A task that ends with the step in which the first fault was found: a malformed file is refused where it is malformed, and no
 * more of it is read or kept. Findings come in the order of the file, by however many threads it is read.
 */
export class StrictTask extends Task {
  readonly #task: Task;
  readonly #faults: Faults;
  readonly #sniffed: Shape;
  readonly #name: string;

  /** @param name of the file */
  constructor(task: Task, faults: Faults, sniffed: Shape, name: string) {
    super(undefined);
    this.#task = task;
    this.#faults = faults;
    this.#sniffed = sniffed;
    this.#name = name;
  }

  /** @throws {FormatError} a row has too few or too many cells, or a quote is out of place. */
  override async step(done: number, total: number): Promise<void> {
    const first = firstFault(this.#faults, this.#sniffed);
    if (first !== undefined) {
      const { line, column, what } = first;
      throw new FormatError(`${this.#name} is malformed: line ${line} ${what}.`, { line, column });
    }
    await this.#task.step(done, total);
  }

  override check(): void {
    this.#task.check();
  }
}

function firstFault({ shortRows, longRows, badQuotes }: Faults, { usual, longRow }: Shape): Fault | undefined {
  const ragged = (line: number, cells: number): Fault => {
    const what = `has ${cells} ${cells === 1 ? "cell" : "cells"}, and the table ${usual} columns`;
    return { line, column: Math.min(cells, usual) + 1, what };
  };
  // The table is as wide as the widest row of the sample: rows as long as most are short beside it.
  const lengths = [...shortRows.byLength, ...longRows.byLength].filter(([cells]) => cells !== usual);
  const faults = [
    ...lengths.flatMap(([cells, { places }]) => places.map(({ line }) => ragged(line, cells))),
    ...(longRow === null ? [] : [ragged(longRow.line, longRow.cells)]),
    ...badQuotes.places.map(({ line, column }) => {
      return { line, column: column + 1, what: `has a quote out of place in column ${column + 1}` };
    }),
  ];
  return faults.sort((a, b) => a.line - b.line || a.column - b.column)[0];
}
