import type { SharedPlane } from "@argscope/core/contract/selecting.ts";
import type { SharedArray } from "@argscope/core/contract/worker.ts";
import { heldBytes } from "@argscope/core/memory/engine-memory.ts";
import { receivedArray } from "@argscope/core/service/shared.ts";
import { describe, expect, test } from "vitest";
import { caller, control, value } from "./caller.ts";

const cities = "city,jan,jul\nOslo,-4,18\nCairo,14,28\nQuito,,15\n";
const numbers = (shared: SharedArray): number[] => Array.from(receivedArray(shared).data as Int32Array | Float64Array);

async function opened() {
  const call = caller();
  const { handle, array } = value(
    await call("open", { source: { kind: "text", name: "c", text: cities }, control: control() }),
  );
  const plane: SharedPlane = { handle, cells: array, rowOrder: null, columnOrder: null, names: [], hasLabels: true };
  return { call, handle, array, plane };
}

describe("order", () => {
  test("answers the row at each place and the place of each row, in memory that the page can read", async () => {
    const { call, plane } = await opened();
    const ordering = {
      sort: [{ column: 1, descending: true }],
      filters: [{ column: 0, condition: { kind: "missing" }, not: true }],
    } as const;
    const order = value(await call("order", { plane, ordering, control: control() }));
    expect(numbers((order as NonNullable<typeof order>).rows)).toEqual([1, 0]);
    expect(numbers((order as NonNullable<typeof order>).places)).toEqual([1, 0, -1]);
  });

  test("sorts by the text beside the rows", async () => {
    const { call, plane } = await opened();
    const ordering = { sort: [{ column: -1, descending: false }], filters: [] };
    const order = value(await call("order", { plane, ordering, control: control() }));
    expect(numbers((order as NonNullable<typeof order>).rows)).toEqual([1, 0, 2]);
  });

  test("is null where nothing is asked, and a fault where a filter asks for no number", async () => {
    const { call, plane } = await opened();
    expect(value(await call("order", { plane, ordering: { sort: [], filters: [] }, control: control() }))).toBeNull();
    const filters = [{ column: 0, condition: { kind: "compare", operator: "<", value: "cold" }, not: false }] as const;
    const refused = await call("order", { plane, ordering: { sort: [], filters }, control: control() });
    expect(refused).toMatchObject({ ok: false, fault: { tag: "Value", message: '"cold" is not a number.' } });
  });

  test("gives memory back when newer ones come, and with the handle", async () => {
    const call = caller();
    const text = `np.arange(20000).reshape(10000, 2)`;
    const { handle, array } = value(await call("open", { source: { kind: "text", name: "c", text }, control: control() }));
    const plane: SharedPlane = { handle, cells: array, rowOrder: null, columnOrder: null, names: [], hasLabels: false };
    const orderBy = async (column: number): Promise<SharedArray | undefined> => {
      const ordering = { sort: [{ column, descending: true }], filters: [] };
      return value(await call("order", { plane, ordering, control: control() }))?.rows;
    };
    const first = await orderBy(0);
    const held = heldBytes();
    // More than a memory for small arrays holds, if they were kept.
    for (let k = 0; k < 1000; k++) await orderBy(k % 2);
    expect(heldBytes()).toBe(held);
    value(await call("free", { handle }));
    expect(first?.shape).toEqual([10000]);
  });
});

describe("scale", () => {
  test("answers the finite range of each lane", async () => {
    const { call, handle, array } = await opened();
    const scale = value(await call("scale", { handle, cells: array, reach: "columns", control: control() }));
    expect(numbers(scale.low)).toEqual([-4, 15]);
    expect(numbers(scale.high)).toEqual([14, 28]);
  });
});
