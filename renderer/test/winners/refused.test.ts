import type { Reduction } from "@argscope/core/contract/worker.ts";
import { expect, it } from "vitest";
import { noWinnerText } from "../../src/features/winners/refused.ts";
import { choose } from "../../src/state/reducing.ts";
import { ready } from "../../src/state/state.ts";
import { liveDesk } from "../live-desk.ts";

/** What the list of winners says of a text that is opened and asked about. */
async function saidOf(text: string, change: Partial<Reduction>): Promise<string> {
  const desk = await liveDesk(text);
  await choose(desk, change);
  const { reduction } = desk.store.getState();
  const session = ready(desk.store.getState());
  if (reduction.kind !== "refused" || session === null) throw new Error(`It was not refused: ${reduction.kind}`);
  return noWinnerText(reduction.fault, reduction.asked, session.nanCount);
}

it("a lane of NaN alone says which choice would answer", async () => {
  expect(await saidOf("[[nan, nan], [1, 2]]", { axis: 1, nan: "skip" })).toBe(
    "No winner: a lane holds nothing but NaN. With NumPy (NaN wins) the NaN itself is the answer.",
  );
});

it("an empty axis says that there is nothing to compare", async () => {
  expect(await saidOf("np.zeros((0, 3))", { axis: 0 })).toBe("No winner: there are no elements to compare.");
  expect(await saidOf("np.zeros((0, 3))", { axis: 0, nan: "skip" })).toBe("No winner: there are no elements to compare.");
});

it("what has no order says so, and any other refusal stands as it is", () => {
  const asked: Reduction = { operation: "argmin", axis: null, nan: "numpy", keepdims: false, of: "a" };
  const fault = { name: "TypeError", message: "data type not ordered", fields: {} };
  expect(noWinnerText({ ...fault, tag: "Type" }, asked, 0)).toBe("No winner: elements of this dtype have no order.");
  expect(noWinnerText({ ...fault, tag: "Capacity", message: "no room." }, asked, 0)).toBe("No winner: no room.");
});
