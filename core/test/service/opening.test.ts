import { fromNested, writeNpz } from "@argscope/core";
import type { Source } from "@argscope/core/contract/worker.ts";
import { crc32 } from "@argscope/core/formats/npz/crc32.ts";
import { zipBlocks } from "@argscope/core/formats/npz/zip-write.ts";
import { describe, expect, test } from "vitest";
import { caller, control, fileOf, portOf, value } from "./caller.ts";
import { cities } from "./tables.ts";

describe("a file that holds several things", () => {
  const npz = writeNpz(
    new Map([
      ["x", fromNested([1, 2])],
      ["y", fromNested([[3, 4, 5]])],
    ]),
  );

  test("opens its first, and says what there is beside it", async () => {
    const opened = value(await caller()("open", { source: fileOf("two.npz", await npz), control: control() }));
    expect(opened.array.shape).toEqual([2]);
    expect(opened.origin.picks).toMatchObject([
      {
        of: "array",
        chosen: "x",
        choices: [
          { name: "x", dtype: "int64", shape: [2] },
          { name: "y", dtype: "int64", shape: [1, 3] },
        ],
      },
    ]);
  });

  test("opens another from the same source, and still says what there is", async () => {
    const call = caller();
    const first = value(await call("open", { source: fileOf("two.npz", await npz), key: 1, control: control() }));
    const kept: Source = { kind: "kept", name: "two.npz" };
    const { picks } = first.origin;
    const second = value(await call("open", { source: kept, key: 1, options: { array: "y" }, picks, control: control() }));
    expect(second.array.shape).toEqual([1, 3]);
    expect(second.origin.picks).toMatchObject([{ chosen: "y", choices: [{ name: "x" }, { name: "y" }] }]);
    const alone = value(await call("open", { source: kept, key: 1, options: { array: "y" }, control: control() }));
    expect(alone.origin.picks).toMatchObject([{ chosen: "y", choices: [{ name: "x" }, { name: "y" }] }]);
  });

  test("passes over what cannot be opened, and says why", async () => {
    const json = '{"note": "no numbers", "names": ["a", "b"], "grid": [[1, 2], [3, 4]], "more": [5, 6]}';
    const opened = value(await caller()("open", { source: fileOf("mixed.json", Buffer.from(json)), control: control() }));
    expect(opened.array.shape).toEqual([2, 2]);
    expect(opened.origin.picks[0]).toMatchObject({ of: "array", chosen: "grid" });
  });

  test("passes over a file in an archive that is no table; of an archive in it, its own choice is named too", async () => {
    const inner = await npz;
    const words = new TextEncoder().encode("Words and no table.\nMore words.\n");
    const parts = [["README.txt", words] as const, ["two.npz", inner] as const].map(([name, bytes]) => {
      const content = bytes.slice();
      return { name, size: content.length, crc: crc32(content), blocks: () => [content] };
    });
    const source = fileOf("all.zip", Buffer.concat([...zipBlocks(parts)]));
    const opened = value(await caller()("open", { source, control: control() }));
    expect(opened.origin.picks).toMatchObject([
      {
        of: "entry",
        chosen: "two.npz",
        choices: [{ name: "README.txt", problem: expect.stringContaining("no column of numbers") }, { name: "two.npz" }],
      },
      { of: "array", chosen: "x", choices: [{ name: "x" }, { name: "y" }] },
    ]);
    expect(opened.receipt[1]).toMatch(/^"README\.txt" was passed over: /u);
  });

  test("refuses a name that it does not hold", async () => {
    const source = fileOf("two.npz", await npz);
    const result = await caller()("open", { source, options: { array: "z" }, control: control() });
    expect(result).toMatchObject({ ok: false, fault: { tag: "Index" } });
  });
});

describe("a source that is kept", () => {
  test("is read again through the same port, and closed with the last that was read from it", async () => {
    const call = caller();
    const { source, isClosed } = portOf("cities.csv", Buffer.from(cities));
    const first = value(await call("open", { source, key: 1, control: control() }));
    const kept: Source = { kind: "kept", name: "cities.csv" };
    const second = value(await call("open", { source: kept, key: 1, options: { header: 2 }, control: control() }));
    expect(second.array.shape[0]).toBe(2);
    value(await call("free", { handle: first.handle }));
    value(await call("open", { source: fileOf("other.csv", Buffer.from(cities)), key: 2, control: control() }));
    expect(isClosed()).toBe(false);
    value(await call("free", { handle: second.handle }));
    await expect.poll(isClosed).toBe(true);
  });

  test("can be asked about after it could not be opened, until something else is tried", async () => {
    const call = caller();
    const { source, isClosed } = portOf("words.csv", Buffer.from("colour;size\nred;1,5\ngreen;2,5\n"));
    const refused = await call("open", { source, key: 1, options: { delimiter: "|" }, control: control() });
    expect(refused).toMatchObject({ ok: false, fault: { tag: "Value" } });
    const kept: Source = { kind: "kept", name: "words.csv" };
    const preview = value(await call("preview", { source: kept, key: 1, control: control() }));
    expect(preview?.columns.map(({ name }) => name)).toEqual(["colour", "size"]);
    value(await call("open", { source: fileOf("other.csv", Buffer.from(cities)), key: 2, control: control() }));
    await expect.poll(isClosed).toBe(true);
    expect(await call("preview", { source: kept, key: 1, control: control() })).toMatchObject({
      ok: false,
      fault: { tag: "Access", message: "words.csv is not held any more. Open it again." },
    });
  });

  test("is given up when its opening is cancelled", async () => {
    const { source, isClosed } = portOf("cities.csv", Buffer.from(cities));
    const cancelled = control();
    cancelled[1] = 1;
    expect(await caller()("open", { source, key: 1, control: cancelled })).toMatchObject({ fault: { tag: "Cancelled" } });
    await expect.poll(isClosed).toBe(true);
  });
});

describe("what was chosen for a file before", () => {
  const options = { header: "none" } as const;

  test("is used for the same file, and said", async () => {
    const call = caller();
    const source = fileOf("cities.csv", Buffer.from("1,2\n3,4\n"));
    const { fingerprint } = value(await call("open", { source, control: control() })).origin;
    const remembered = [{ fingerprint: fingerprint ?? "", options }];
    const again = value(await call("open", { source, remembered, control: control() }));
    expect(again.origin).toMatchObject({ isRemembered: true, options, fingerprint });
  });

  test("is not used for a file with another name, size or start", async () => {
    const call = caller();
    const text = "a,b\n1,2\n3,4\n";
    const source = fileOf("t.csv", Buffer.from(text));
    const { fingerprint } = value(await call("open", { source, control: control() })).origin;
    const remembered = [{ fingerprint: fingerprint ?? "", options }];
    for (const [name, other] of [
      ["u.csv", text],
      ["t.csv", `${text}5,6\n`],
      ["t.csv", text.replace("1", "9")],
    ] as const) {
      const opened = value(await call("open", { source: fileOf(name, Buffer.from(other)), remembered, control: control() }));
      expect(opened.origin.isRemembered, name).toBe(false);
    }
  });

  test("gives way to what is chosen now", async () => {
    const call = caller();
    const source = fileOf("t.csv", Buffer.from("1,2\n3,4\n"));
    const { fingerprint } = value(await call("open", { source, control: control() })).origin;
    const remembered = [{ fingerprint: fingerprint ?? "", options }];
    const opened = value(await call("open", { source, remembered, options: { header: 1 }, control: control() }));
    expect(opened.origin).toMatchObject({ isRemembered: false, options: { header: 1 } });
    expect(opened.array.shape).toEqual([1, 2]);
  });
});
