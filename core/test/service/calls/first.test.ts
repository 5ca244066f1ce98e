import { describe, expect, it } from "vitest";
import { caller, control, portOf, value } from "../caller.ts";

describe("the first rows", () => {
  it("of a large file with a record on each line come before the rest is read", async () => {
    const lines = Array.from({ length: 100_000 }, (_, row) => JSON.stringify({ id: row, name: `n${row}`, x: row / 2 }));
    const bytes = Buffer.from(lines.join("\n"));
    const { source, furthest } = portOf("a.ndjson", bytes);
    const first = value(await caller()("first", { source, key: 1, control: control() }));
    expect(first?.array).toMatchObject({ shape: [200, 2] });
    expect(first?.labels[0]?.name).toBe("name");
    expect(furthest()).toBeLessThan(bytes.length / 2);
  });

  it("are only those that the options choose", async () => {
    const text = JSON.stringify(Array.from({ length: 1000 }, (_, row) => ({ id: row })));
    const options = { rows: { start: 300, stop: 310 } };
    const { source } = portOf("a.json", Buffer.from(text));
    const first = value(await caller()("first", { source, key: 1, options, control: control() }));
    expect(first?.array).toMatchObject({ shape: [10, 1] });
  });

  it("of records without a number are none", async () => {
    const { source } = portOf("a.ndjson", Buffer.from('{"a":"x"}\n{"a":"y"}\n'));
    expect(value(await caller()("first", { source, key: 1, control: control() }))).toBeNull();
  });
});
