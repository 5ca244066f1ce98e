import { MessageChannel } from "node:worker_threads";
import { fromNested, writeNpy, writeNpz } from "@argscope/core";
import type { ReadRequest } from "@argscope/core/contract/bridge.ts";
import type { Reduction, Source } from "@argscope/core/contract/worker.ts";
import { describe, expect, test } from "vitest";
import { caller, control, fileOf, portLike, receiver, typed, value } from "./caller.ts";

const square = "[[8, 92, 93], [94, 9, 7]]";
const cities = "city,jan,jul\nOslo,-4,18\nCairo,14,28\nQuito,,15\n";

const axis0: Reduction = { operation: "argmin", axis: 0, nan: "numpy", keepdims: false, of: "a" };

describe("open", () => {
  test("typed text that starts as a list does is an array", async () => {
    const call = caller();
    const opened = value(await call("open", { source: typed(square), control: control() }));
    expect(opened).toMatchObject({ kind: "array", name: "typed", columns: [], labels: [], nanCount: 0 });
    expect(opened.array).toMatchObject({ shape: [2, 3], strides: [3, 1], offset: 0 });
  });

  test("a typed maker is the array that NumPy makes of it", async () => {
    const opened = value(await caller()("open", { source: typed("np.arange(12).reshape(3, 4)"), control: control() }));
    expect(opened).toMatchObject({ kind: "array", array: { shape: [3, 4], dtype: "int64" } });
  });

  test("a typed expression that is not understood is refused with its reason", async () => {
    const result = await caller()("open", { source: typed("np.arrange(12)"), control: control() });
    expect(result).toMatchObject({ ok: false, fault: { tag: "Format", message: expect.stringContaining("arrange") } });
  });

  test("other text is a table: numbers are the array, text is labels, a missing cell is NaN", async () => {
    const call = caller();
    const opened = value(await call("open", { source: typed(cities), control: control() }));
    expect(opened).toMatchObject({ kind: "table", columns: ["jan", "jul"], nanCount: 1 });
    expect(opened.array).toMatchObject({ shape: [3, 2], dtype: "float64" });
    expect(opened.labels.map(({ name, rows }) => ({ name, rows }))).toEqual([{ name: "city", rows: 3 }]);
    expect(opened.receipt.length).toBeGreaterThan(0);
  });

  test("the array's bytes are shared, not copied", async () => {
    const call = caller();
    const { array } = value(await call("open", { source: typed(cities), control: control() }));
    expect(array.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect([...new Float64Array(array.buffer, array.byteOffset, array.length)]).toEqual([-4, 18, 14, 28, Number.NaN, 15]);
  });

  test("a table of text only is refused: which file, which columns", async () => {
    const result = await caller()("open", { source: typed("colour\nred\ngreen\n", "words.csv"), control: control() });
    expect(result).toMatchObject({ ok: false, fault: { tag: "Value" } });
    expect(!result.ok && result.fault.message).toMatch(/words\.csv.*colour/u);
  });

  test("a .npy file is an array, whatever it is called", async () => {
    const npy = writeNpy(
      fromNested([
        [1.5, 2],
        [0.5, 4],
      ]),
    );
    const opened = value(await caller()("open", { source: fileOf("a.csv", npy), control: control() }));
    expect(opened).toMatchObject({ kind: "array", array: { shape: [2, 2], dtype: "float64" } });
  });

  test("of an archive of several arrays the first is opened, and the receipt names the others", async () => {
    const npz = await writeNpz(
      new Map([
        ["x", fromNested([1, 2])],
        ["y", fromNested([3])],
      ]),
    );
    const opened = value(await caller()("open", { source: fileOf("two.npz", npz), control: control() }));
    expect(opened.array.shape).toEqual([2]);
    expect(opened.receipt[0]).toMatch(/x, y.*"x"/u);
  });

  test("a cancelled open answers Cancelled", async () => {
    const cancelled = control();
    cancelled[1] = 1;
    const result = await caller()("open", { source: typed(cities), control: cancelled });
    expect(result).toMatchObject({ ok: false, fault: { tag: "Cancelled" } });
  });

  test("a file behind a port is read through it, four requests at most at once, and its port is closed at the end", async () => {
    const bytes = Buffer.from(`a,b\n${"1.5,2.5\n".repeat(1_200_000)}`);
    const { port1, port2 } = new MessageChannel();
    let waiting = 0;
    let most = 0;
    const closed = new Promise<void>((resolve) => {
      port2.on("message", (request: ReadRequest) => {
        if (request.kind === "close") {
          port2.close();
          resolve();
          return;
        }
        waiting++;
        most = Math.max(most, waiting);
        setTimeout(() => {
          waiting--;
          port2.postMessage({
            kind: "bytes",
            start: request.start,
            bytes: new Uint8Array(bytes.subarray(request.start, request.end)),
          });
        }, 2);
      });
    });
    const call = caller();
    const source: Source = { kind: "port", name: "big.csv", size: bytes.length, port: portLike(port1) };
    const opened = value(await call("open", { source, control: control() }));
    expect(opened.array.shape).toEqual([1_200_000, 2]);
    expect(most).toBe(4);
    value(await call("free", { handle: opened.handle }));
    await closed;
  });

  test("a file that shrinks while it is read is an Access fault that names it", async () => {
    const { port1, port2 } = new MessageChannel();
    port2.on("message", (request: ReadRequest) => {
      if (request.kind === "read") port2.postMessage({ kind: "bytes", start: request.start, bytes: new Uint8Array(3) });
      else port2.close();
    });
    const source: Source = { kind: "port", name: "shrinking.csv", size: 100, port: portLike(port1) };
    const result = await caller()("open", { source, control: control() });
    expect(result).toMatchObject({ ok: false, fault: { tag: "Access" } });
    expect(!result.ok && result.fault.message).toMatch(/shrinking\.csv/u);
  });
});

describe("reduce", () => {
  test.each([
    ["argmin", null, "5"],
    ["argmin", 0, "[0 1 1]"],
    ["argmin", 1, "[0 2]"],
    ["argmax", 0, "[1 0 0]"],
  ] as const)("%s along %s answers as NumPy prints it", async (operation, axis, text) => {
    const call = caller();
    const { handle } = value(await call("open", { source: typed(square), control: control() }));
    const answer = value(await call("reduce", { handle, reduction: { ...axis0, operation, axis }, control: control() }));
    expect(answer.text).toBe(text);
  });

  test("an axis out of range is NumPy's AxisError", async () => {
    const call = caller();
    const { handle } = value(await call("open", { source: typed(square), control: control() }));
    const result = await call("reduce", { handle, reduction: { ...axis0, axis: 2 }, control: control() });
    expect(result).toMatchObject({
      ok: false,
      fault: { tag: "Axis", name: "AxisError", message: "axis 2 is out of bounds for array of dimension 2" },
    });
  });

  test("NaN wins under NumPy's rule and is passed over on request", async () => {
    const call = caller();
    const { handle } = value(await call("open", { source: typed(cities), control: control() }));
    const numpy = value(await call("reduce", { handle, reduction: axis0, control: control() }));
    const skip = value(await call("reduce", { handle, reduction: { ...axis0, nan: "skip" }, control: control() }));
    expect([numpy.text, skip.text]).toEqual(["[2 2]", "[0 2]"]);
  });
});

describe("export", () => {
  test("writes one line per lane and commits", async () => {
    const call = caller();
    const { handle } = value(await call("open", { source: typed(cities), control: control() }));
    const reduction: Reduction = { ...axis0, nan: "skip" };
    value(await call("reduce", { handle, reduction, control: control() }));
    const { port, written, end } = receiver();
    const choice = { format: "csv", guardFormulas: true } as const;
    const exported = value(await call("export", { handle, reduction, choice, port }));
    expect(written().toString()).toBe("column,name,nanargmin,city,value\r\n0,jan,0,Oslo,-4\r\n1,jul,2,Quito,15\r\n");
    expect(exported).toEqual({ bytes: written().length, rows: 2, guarded: 0 });
    expect(end()).toBe("commit");
  });

  test("a full disk is the answer, and the file is given up", async () => {
    const call = caller();
    const { handle } = value(await call("open", { source: typed(square), control: control() }));
    value(await call("reduce", { handle, reduction: axis0, control: control() }));
    const { port, end } = receiver(1);
    const result = await call("export", { handle, reduction: axis0, choice: { format: "csv", guardFormulas: true }, port });
    expect(result).toMatchObject({ ok: false, fault: { tag: "Access", message: "The disk is full." } });
    expect(end()).toBe("abort");
  });
});

test("a freed handle is refused", async () => {
  const call = caller();
  const { handle } = value(await call("open", { source: typed(square), control: control() }));
  value(await call("free", { handle }));
  expect(await call("reduce", { handle, reduction: axis0, control: control() })).toMatchObject({ ok: false });
});
