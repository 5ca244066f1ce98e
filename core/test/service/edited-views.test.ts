import { describe, expect, test } from "vitest";
import { caller, control, typed, value } from "./caller.ts";

/** An array of 2 × 3 with some of its views open, and what an edit says of each of them. */
async function viewed(...texts: readonly string[]) {
  const call = caller();
  const source = typed("[[1.5, 2.5, 3.5], [4.5, 5.5, 6.5]]");
  const { handle } = value(await call("open", { source, control: control() }));
  const handles: number[] = [];
  for (const of of texts) handles.push(value(await call("view", { handle, of, control: control() })).handle);
  const edit = async (places: readonly number[], text: string) => {
    const changes = [{ label: null, places, texts: places.map(() => text) }];
    const { nanDelta, views } = value(await call("edit", { handle, changes, ticket: 1, control: control() }));
    const deltas = handles.map((own) => views.find((view) => view.handle === own)?.nanDelta ?? null);
    return [nanDelta, ...deltas];
  };
  return { call, handle, handles, edit };
}

describe("an edit says how many more NaN", () => {
  test("the array has, and each view of it: a cell that a view leaves out changes nothing there", async () => {
    const { edit } = await viewed("a.T", "a[:1].T", "a[1, ::-1].reshape(3, 1)");
    expect(await edit([0, 4, 5], "nan")).toEqual([3, 3, 1, 2]);
    expect(await edit([5], "nan")).toEqual([0, 0, 0, 0]);
    expect(await edit([4, 5], "1")).toEqual([-2, -2, 0, -2]);
    expect(await edit([0], "7")).toEqual([-1, -1, -1, 0]);
  });

  test("a view has that repeats the cell, as often as it does", async () => {
    const { edit } = await viewed("np.broadcast_to(a, (5, 2, 3)).T");
    expect(await edit([3], "nan")).toEqual([1, 5]);
    expect(await edit([3], "1")).toEqual([-1, -5]);
  });

  test("but says nothing of a view that is a copy and does not follow, nor of one that is closed", async () => {
    const { call, handles, edit } = await viewed("a.T.reshape(2, 3)", "a[::-1]");
    expect(await edit([0], "nan")).toEqual([1, null, 1]);
    value(await call("free", { handle: handles[1] ?? -1 }));
    expect(await edit([0], "1")).toEqual([-1, null, null]);
  });
});
