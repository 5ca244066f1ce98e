import { elementOf } from "../array/element.ts";
import { Odometer } from "../array/odometer.ts";
import type { Plan } from "./plan.ts";
import { NumberScan } from "./reference-numbers.ts";
import { OrderedScan, orderOf } from "./reference-order.ts";
import { LOOK_EVERY, Watch } from "./watch.ts";

/** Looks at the elements of one lane, a run after the other, and remembers the winner. */
export interface Scan {
  start(): void;
  /**
   * @param position of the run's first element, in elements from the start of `data`.
   * @param index of that element in its lane.
   * @returns false when the lane is decided and the rest need not be seen.
   */
  run(position: number, stride: number, count: number, index: number): boolean;
  /** Index of the winner in its lane; -1 when NaN is skipped and there was nothing else. */
  winner(): number;
}

/**
 * The reduction of `plan` by the plainest loops: what the kernels must agree with, and what runs where there is no kernel.
 *
 * @param result one index per lane, in the order of `plan.outer`.
 * @throws {CancelledError} `control` said so; `result` is then half written.
 */
export function reduceByReference(plan: Plan, result: Int32Array | Float64Array, control?: Int32Array): void {
  if (plan.lanes === 0) return;
  const { kind } = elementOf(plan.dtype);
  const byNumber = kind === "bool" || kind === "int" || kind === "uint" || kind === "float" || kind === "intp";
  const scan: Scan = byNumber ? new NumberScan(plan) : new OrderedScan(plan, orderOf(plan, kind));
  const watch = new Watch(control, plan.lanes * plan.length);
  const outer = new Odometer(plan.outer);
  const lane = new Odometer(plan.lane);
  let next = 0;
  do {
    for (let k = 0; k < outer.runLength; k++) {
      scan.start();
      scanLane(scan, lane, plan.offset + outer.position + k * outer.runStride, watch);
      result[next++] = scan.winner();
    }
  } while (outer.advance());
  watch.finish();
}

function scanLane(scan: Scan, lane: Odometer, start: number, watch: Watch): void {
  lane.reset();
  const { runLength, runStride } = lane;
  let index = 0;
  do {
    for (let from = 0; from < runLength; from += LOOK_EVERY) {
      const count = Math.min(LOOK_EVERY, runLength - from);
      const goOn = scan.run(start + lane.position + from * runStride, runStride, count, index);
      watch.count(count);
      if (!goOn) return;
      index += count;
    }
  } while (lane.advance());
}
