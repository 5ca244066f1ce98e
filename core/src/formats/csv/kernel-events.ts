import { CellReader } from "./cell.ts";
import {
  badQuoteEvent,
  blankLineEvent,
  commentLineEvent,
  eventWords,
  jobWord,
  judgeEvent,
  largeEvent,
  largeNegativeEvent,
  longRowEvent,
  missingEvent,
  shortRowEvent,
} from "./kernel-job.ts";
import { type ScanPlan, skipColumn } from "./scanner.ts";
import { skipTarget, slotOf } from "./targets.ts";
import type { Workbench } from "./workbench.ts";

/** Where a kernel's call stood: what its events count from. */
export interface CallPlace {
  readonly bytes: Uint8Array;
  /** From an address to a place in `bytes`. */
  readonly shift: number;
  /** Row and line when the call began. */
  readonly row: number;
  readonly line: number;
  /** The call's first row in the slab, in elements. */
  readonly base: number;
}

/** Takes what the kernel found not plain: cells are judged, the rest is noted. */
export class KernelEvents {
  readonly #plan: ScanPlan;
  readonly #cell: CellReader;

  constructor(plan: ScanPlan) {
    this.#plan = plan;
    this.#cell = new CellReader(plan.missing, plan.dialect);
  }

  take({ events, job }: Workbench, place: CallPlace): void {
    const { findings, kinds } = this.#plan;
    const used = (job[jobWord.eventsUsed] as number) * eventWords;
    for (let at = 0; at < used; at += eventWords) {
      const row = place.row + (events[at + 1] as number);
      const line = place.line + (events[at + 2] as number);
      const column = events[at + 3] as number;
      switch (events[at]) {
        case missingEvent:
          if (kinds[column] !== skipColumn) findings.noteEmpty(row, line, column);
          break;
        case judgeEvent:
          this.#judge(place, events.subarray(at, at + eventWords), row, line);
          break;
        case badQuoteEvent:
          findings.badQuotes.note(row, line, column);
          break;
        case shortRowEvent:
          findings.shortRows.note(row, line, column);
          break;
        case longRowEvent:
          findings.longRows.note(row, line, column);
          break;
        case largeEvent:
        case largeNegativeEvent:
          if (kinds[column] !== skipColumn) {
            const negative = events[at] === largeNegativeEvent;
            findings.noteLarge(row, line, column, negative, events[at + 4] as number, events[at + 5] as number);
          }
          break;
        case commentLineEvent:
          findings.commentLines.note(row, line, column);
          break;
        case blankLineEvent:
          findings.blankLines.note(row, line, column);
          break;
      }
    }
  }

  #judge({ bytes, shift, base }: CallPlace, event: Uint32Array, row: number, line: number): void {
    const { findings, kinds, numbers, targets, blockWidth } = this.#plan;
    const column = event[3] as number;
    if (kinds[column] === skipColumn) return;
    const start = (event[4] as number) + shift;
    const end = (event[5] as number) + shift;
    const found = this.#cell.read(bytes, start, end);
    if (found === "number") {
      if (!Number.isFinite(this.#cell.value) && hasDigit(bytes, start, end)) findings.overflows.note(row, line, column);
      numbers.slab[base + (event[1] as number) * blockWidth + slotOf(targets, column)] = this.#cell.value;
      if (!this.#cell.whole) findings.fractional[column] = 1;
      if (this.#cell.large !== null) findings.noteLargeValue(row, line, column, this.#cell.large);
    } else if (found === "missing") findings.noteMarker(row, line, column, this.#cell.isNan);
    else {
      findings.noteOther(row, line, column);
      kinds[column] = skipColumn;
      targets[column] = skipTarget;
    }
  }
}

/** The word for an infinity has none. */
function hasDigit(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] as number) >= 48 && (bytes[at] as number) <= 57) return true;
  return false;
}
