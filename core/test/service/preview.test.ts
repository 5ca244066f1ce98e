import { fromNested, writeNpy } from "@argscope/core";
import type { Source } from "@argscope/core/contract/worker.ts";
import { describe, expect, test } from "vitest";
import { caller, control, fileOf, portOf, value } from "./caller.ts";
import { cities, longTable } from "./tables.ts";

describe("a preview", () => {
  const semicolons = Buffer.from("Ort;Wert\nKöln;1,5\nBonn;2,25\n");

  test("says what each column would be, what was decided and why, and shows the first rows as written", async () => {
    const preview = value(await caller()("preview", { source: fileOf("o.csv", semicolons), key: 1, control: control() }));
    expect(preview).toMatchObject({
      format: "csv",
      isWhole: true,
      columns: [
        { name: "Ort", dtype: "text", isNumber: false },
        { name: "Wert", dtype: "float64", isNumber: true },
      ],
      rows: [
        ["Köln", "1,5"],
        ["Bonn", "2,25"],
      ],
      decisions: { delimiter: { value: ";" }, encoding: { value: "utf-8" }, header: { value: 1 }, decimal: { value: "," } },
    });
    for (const { reason } of Object.values(preview?.decisions ?? {})) expect(reason).toMatch(/\S/u);
  });

  test("follows what is chosen", async () => {
    const call = caller();
    value(await call("preview", { source: fileOf("o.csv", semicolons), key: 1, control: control() }));
    const kept: Source = { kind: "kept", name: "o.csv" };
    const options = { delimiter: ",", header: "none" } as const;
    const preview = value(await call("preview", { source: kept, key: 1, options, control: control() }));
    expect(preview?.rows[1]).toEqual(["Köln;1", "5"]);
    expect(preview?.decisions.header).toMatchObject({ value: 0, reason: "it was chosen" });
  });

  test("shows the columns too that are left out, and all rows: they can be chosen again", async () => {
    const source = fileOf("c.csv", Buffer.from(cities));
    const options = { exclude: ["id"], rows: { start: 1, stop: 2 } };
    const preview = value(await caller()("preview", { source, key: 1, options, control: control() }));
    expect(preview?.columns.map(({ name }) => name)).toEqual(["city", "id", "jan", "jul"]);
    expect(preview?.rows).toHaveLength(3);
  });

  test("refuses a column that the file does not have, and names the nearest", async () => {
    const source = fileOf("c.csv", Buffer.from(cities));
    const result = await caller()("preview", { source, key: 1, options: { columns: ["jann"] }, control: control() });
    expect(result).toMatchObject({ ok: false, fault: { tag: "Value", message: expect.stringMatching(/"jann".*jan/u) } });
  });

  test("of a long file reads its start alone", async () => {
    const bytes = Buffer.from(longTable(300_000));
    const { source, furthest } = portOf("long.csv", bytes);
    const preview = value(await caller()("preview", { source, key: 1, control: control() }));
    expect(preview).toMatchObject({ isWhole: false, rows: { length: 40 } });
    expect(furthest()).toBeLessThan(bytes.length / 4);
  });

  test("of an array file is none", async () => {
    const bytes = writeNpy(fromNested([1, 2]));
    expect(value(await caller()("preview", { source: fileOf("a.npy", bytes), key: 1, control: control() }))).toBeNull();
  });

  test("refuses what is chosen and makes no sense", async () => {
    const result = await caller()("preview", {
      source: fileOf("o.csv", semicolons),
      key: 1,
      options: { encoding: "klingon" },
      control: control(),
    });
    expect(result).toMatchObject({ ok: false, fault: { tag: "Value", message: expect.stringContaining("klingon") } });
  });
});
