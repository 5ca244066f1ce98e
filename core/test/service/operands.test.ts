import type { ExportChoice, Reduction } from "@argscope/core/contract/worker.ts";
import { receivedArray } from "@argscope/core/service/shared.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { caller, control, value } from "./caller.ts";

const csv = "city,Jan,Feb,Mar\nOslo,8,92,93\nRome,94,9,7\nBari,5,6,91\n";
const plain: Reduction = { operation: "argmin", axis: 0, nan: "numpy", keepdims: false, of: "a" };

let call: ReturnType<typeof caller>;
let handle: number;

beforeEach(async () => {
  call = caller();
  ({ handle } = value(await call("open", { source: { kind: "text", name: "typed", text: csv }, control: control() })));
});

async function reduce(change: Partial<Reduction>, under = handle) {
  return call("reduce", { handle: under, reduction: { ...plain, ...change }, control: control() });
}

describe("what is reduced", () => {
  it.each([
    ["a", 0, "[2 2 1]"],
    ["a[:2, 1:]", 0, "[1 1]"],
    ["a[1]", null, "2"],
    ["a[::-1].T", 1, "[0 0 1]"],
    ["a.T.reshape(-1)", 0, "2"],
    ["np.broadcast_to(a[0], (4, 3))", 1, "[0 0 0 0]"],
  ] as const)("may be %s along axis %s: the answer counts in it, and says what it is of", async (of, axis, text) => {
    expect(value(await reduce({ of, axis }))).toMatchObject({ of, axis, text });
  });

  it("is refused with its place where it is no view of a", async () => {
    expect(await reduce({ of: "a[3]" })).toMatchObject({
      ok: false,
      fault: { name: "IndexError", message: "index 3 is out of bounds for axis 0 with size 3", fields: { start: 1, end: 4 } },
    });
    expect(await reduce({ of: "np.arange(3)" })).toMatchObject({ ok: false });
  });
});

describe("a view with a handle of its own", () => {
  it("is the file's own memory, turned", async () => {
    const viewed = value(await call("view", { handle, of: "a[::-1].T", control: control() }));
    expect(receivedArray(viewed.array).toNested()).toEqual([
      [5n, 94n, 8n],
      [6n, 9n, 92n],
      [91n, 7n, 93n],
    ]);
  });

  it("answers the same texts as its root, and regions of itself", async () => {
    const viewed = value(await call("view", { handle, of: "a.T.reshape(9)", control: control() }));
    expect(value(await reduce({ of: "a.T.reshape(9)" }, viewed.handle)).text).toBe("2");
    expect(value(await reduce({ of: "a.T.reshape(9)[3:]" }, viewed.handle)).text).toBe("2");
    expect(value(await reduce({ of: "a[0]" }, viewed.handle)).text).toBe("0");
  });

  it("goes with its root", async () => {
    const viewed = value(await call("view", { handle, of: "a.T", control: control() }));
    value(await call("free", { handle }));
    expect(await reduce({ of: "a.T" }, viewed.handle)).toMatchObject({ ok: false, fault: { tag: "Internal" } });
  });

  it("goes without it", async () => {
    const viewed = value(await call("view", { handle, of: "a.T.reshape(9)", control: control() }));
    value(await call("free", { handle: viewed.handle }));
    expect(value(await reduce({})).text).toBe("[2 2 1]");
  });
});

describe("a whole expression", () => {
  it.each([
    ["np.max(a, axis=1)", "[93 94 91]"],
    ["a[1:].min()", "5"],
    ["np.unravel_index(np.argmin(a), a.shape)", "(np.int64(2), np.int64(0))"],
    ["a.T[0]", "[ 8 94  5]"],
  ])("%s is answered as NumPy prints it", async (text, printed) => {
    expect(value(await call("evaluate", { handle, text, control: control() })).text).toBe(printed);
  });

  it("means the file's a under the handle of a view, too", async () => {
    const viewed = value(await call("view", { handle, of: "a.T", control: control() }));
    expect(value(await call("evaluate", { handle: viewed.handle, text: "np.max(a, axis=1)", control: control() })).text).toBe(
      "[93 94 91]",
    );
  });
});

describe("the export of an answer", () => {
  it.each([
    [{ of: "a[1:, 1:]" }, ["column,name,argmin,city,value", "0,Feb,1,Bari,6", "1,Mar,0,Rome,7"]],
    [{ of: "a[::-1].T", axis: 1 }, ["row,label,argmin,name,value", "0,Jan,0,Bari,5", "1,Feb,0,Bari,6", "2,Mar,1,Rome,7"]],
    [{ of: "a[1]", axis: null }, ["argmin,label,value", "2,Mar,7"]],
  ] as const)("of %j has the file's names where they belong", async (change, lines) => {
    const reduction = { ...plain, ...change };
    value(await reduce(change));
    expect(await exported(reduction)).toEqual(lines);
  });
});

/** The lines that an export writes into its port. */
async function exported(reduction: Reduction): Promise<string[]> {
  const choice: ExportChoice = { format: "csv", guardFormulas: false };
  let text = "";
  const port = {
    onmessage: null as ((event: { data: unknown }) => void) | null,
    start() {},
    close() {},
    postMessage(message: unknown) {
      const request = message as { kind: string; bytes?: Uint8Array };
      if (request.bytes) text += new TextDecoder().decode(request.bytes);
      queueMicrotask(() => port.onmessage?.({ data: { kind: "done" } }));
    },
  };
  value(await call("export", { handle, reduction, choice, port }));
  return text.trimEnd().split("\r\n");
}
