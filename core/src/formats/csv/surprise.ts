import type { Findings } from "./findings.ts";
import { Reconsider } from "./reconsider.ts";
import { Task } from "./task.ts";

/**
 * A task that ends when the cells of a row that was not seen to its end are not as its first ones let expect: then the file is
 * read anew, with a sample of whole rows.
 */
export class SurpriseTask extends Task {
  readonly #task: Task;
  readonly #findings: Findings;

  constructor(task: Task, findings: Findings) {
    super(undefined);
    this.#task = task;
    this.#findings = findings;
  }

  /** @throws {Reconsider} a cell is no number, or a row is not as long as the header. */
  override async step(done: number, total: number): Promise<void> {
    const { notNumbers, shortRows, longRows, badQuotes } = this.#findings;
    if (notNumbers.size + shortRows.count + longRows.count + badQuotes.count > 0) throw new Reconsider({ wholeRows: true });
    await this.#task.step(done, total);
  }

  override check(): void {
    this.#task.check();
  }
}
