import { ok } from "@argscope/core/contract/result.ts";
import type { Opened, SharedArray } from "@argscope/core/contract/worker.ts";
import { createDesk, type Desk } from "../src/state/desk.ts";
import { open } from "../src/state/opening.ts";
import { FakeEngine, FakeHost, opened, typed } from "./fakes.ts";

/** A desk whose engine the test answers for. An array is open there under handle 1, and was asked about, but not yet answered for. */
export async function fakeDesk(
  array: SharedArray,
  parts: Partial<Opened> = {},
): Promise<{ readonly engine: FakeEngine; readonly desk: Desk }> {
  const engine = new FakeEngine();
  const desk = createDesk(engine, new FakeHost());
  void open(desk, typed(parts.name ?? "a"));
  await engine.opens[0]?.answer(ok(opened(1, array, parts)));
  return { engine, desk };
}
