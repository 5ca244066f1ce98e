import type { ExportChoice } from "@argscope/core/contract/worker.ts";
import type { Desk } from "./desk.ts";
import { answered, ready } from "./state.ts";

/** The name that the save dialog suggests: the file's own, then what was asked of it. */
export function suggestedName(name: string, { operation, axis }: { operation: string; axis: number | null }): string {
  const stem = name
    .replace(/\.[^.]*$/u, "")
    .replace(/[^\p{L}\p{N}_-]+/gu, " ")
    .trim();
  return `${stem || "array"} ${operation}${axis === null ? "" : ` axis ${axis}`}.csv`;
}

/** Asks where to, and has the worker write the answer there. Says what was written. */
export async function exportAnswer(desk: Desk, choice: ExportChoice): Promise<void> {
  const { store, engine, host } = desk;
  const session = ready(store.getState());
  const answer = answered(store.getState());
  if (session === null || answer === null) return;
  const target = await host.pickDestination(suggestedName(session.name, answer.reduction));
  if (!target.ok) {
    store.setState({ notice: { tone: "error", text: target.fault.message, action: null } });
    return;
  }
  if (target.value === null) return;
  const { name, port } = target.value;
  store.setState({ task: { kind: "exporting", name }, notice: null });
  const written = await engine.export(session.handle, answer.reduction, choice, port);
  const notice = written.ok
    ? { tone: "done" as const, text: wrote(name, written.value.rows, written.value.guarded), action: null }
    : { tone: "error" as const, text: written.fault.message, action: null };
  store.setState({ task: { kind: "idle" }, notice });
}

function wrote(name: string, rows: number, guarded: number): string {
  const lines = `${rows.toLocaleString("en")} ${rows === 1 ? "line" : "lines"}`;
  const cells = guarded === 0 ? "" : `, ${guarded.toLocaleString("en")} ${guarded === 1 ? "cell" : "cells"} guarded`;
  return `Wrote the answer to ${name} (${lines}${cells}).`;
}
