import type { Preview, ReadingOptions } from "@argscope/core/contract/opening.ts";
import { failed, ok } from "@argscope/core/contract/result.ts";
import type { Source } from "@argscope/core/contract/worker.ts";
import { AccessError, CapacityError, FormatError, ValueError } from "@argscope/core/errors.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDesk, type Desk } from "../../src/state/desk.ts";
import {
  applyReading,
  changeReading,
  chooseReading,
  chooseTried,
  closeReading,
  resetReading,
  subjectOf,
} from "../../src/state/importing.ts";
import { open } from "../../src/state/opening.ts";
import { pick } from "../../src/state/picking.ts";
import { FakeEngine, FakeHost, opened, origin, shared } from "../fakes.ts";

const decided = { value: ",", reason: "it is usual" };
const preview: Preview = {
  format: "csv",
  fingerprint: null,
  options: {},
  isRemembered: false,
  decisions: {
    delimiter: decided,
    quote: decided,
    encoding: decided,
    header: { value: 1, reason: "so" },
    decimal: { value: ".", reason: "so" },
  },
  columns: [],
  rows: [],
  receipt: [],
  isWhole: true,
  rowCount: 0,
};
const file: Source = { kind: "file", name: "a.csv", file: { size: 10, slice: () => new Blob() } };

let engine: FakeEngine;
let desk: Desk;
const state = () => desk.store.getState();
const asked = () => engine.asked.filter(({ call }) => call === "preview");

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  engine = new FakeEngine();
  desk = createDesk(engine, new FakeHost());
});
afterEach(() => vi.useRealTimers());

async function openTable(parts = origin): Promise<void> {
  void open(desk, file);
  await engine.opens.at(-1)?.answer(ok(opened(1, shared([1, 2], [1, 2]), { name: "a.csv", origin: parts })));
}

describe("choosing how a file is read", () => {
  it("is offered for a CSV that is open, and not for a format that leaves nothing to choose", async () => {
    expect(subjectOf(state())).toBeNull();
    await openTable();
    expect(subjectOf(state())).toMatchObject({ name: "a.csv", options: {} });
    await openTable({ ...origin, format: "npy" });
    expect(subjectOf(state())).toBeNull();
  });

  it("is offered for a file that could not be opened, where it may help", async () => {
    void open(desk, file);
    await engine.opens[0]?.answer(failed(new ValueError("a.csv has no column of numbers.").toFault()));
    expect(subjectOf(state())).toMatchObject({ name: "a.csv" });
    void open(desk, file);
    await engine.opens[1]?.answer(failed(new AccessError("a.csv was not found.").toFault()));
    expect(subjectOf(state())).toBeNull();
    void open(desk, file);
    await engine.opens[2]?.answer(failed(new FormatError("a.csv is a PNG image.", { byte: 0 }).toFault()));
    expect(subjectOf(state())).toBeNull();
  });

  it("is about what was refused where the notice asks for it, though something else is still open", async () => {
    await openTable();
    void open(desk, { ...file, name: "large.csv" });
    await engine.opens[1]?.answer(failed(new CapacityError("large.csv is too large.", 2, 1).toFault()));
    expect(state().notice?.action).toBe("options");
    expect(subjectOf(state())).toMatchObject({ name: "a.csv" });
    void chooseTried(desk);
    expect(state().importing).toMatchObject({ kind: "open", subject: { name: "large.csv" } });
  });

  it("shows what becomes of the file", async () => {
    await openTable();
    void chooseReading(desk);
    expect(asked()[0]?.takes).toMatchObject({ source: { kind: "kept", name: "a.csv" }, options: {} });
    await asked()[0]?.answer(ok(preview));
    expect(state().importing).toMatchObject({ kind: "open", preview, isWaiting: false });
  });

  it("asks the file once for several choices in a row, with the last of them", async () => {
    await openTable();
    void chooseReading(desk);
    await asked()[0]?.answer(ok(preview));
    changeReading(desk, { delimiter: ";" });
    changeReading(desk, { header: 2 });
    changeReading(desk, { delimiter: undefined });
    expect(state().importing).toMatchObject({ isWaiting: true });
    await vi.advanceTimersByTimeAsync(1000);
    expect(
      asked()
        .slice(1)
        .map(({ takes }) => (takes as { options: ReadingOptions }).options),
    ).toEqual([{ header: 2 }]);
  });

  it("forgets which columns were chosen by name when they get other names", async () => {
    await openTable();
    void chooseReading(desk);
    changeReading(desk, { exclude: ["id"], indexCol: "who" });
    changeReading(desk, { missing: ["x"] });
    expect(state().importing).toMatchObject({ options: { exclude: ["id"], indexCol: "who" } });
    changeReading(desk, { header: 2 });
    expect(state().importing).toMatchObject({ options: { header: 2, missing: ["x"] } });
    expect(state().importing).not.toHaveProperty("options.exclude");
    expect(state().importing).not.toHaveProperty("options.indexCol");
  });

  it("says why a choice cannot be, and keeps the choice", async () => {
    await openTable();
    void chooseReading(desk);
    await asked()[0]?.answer(failed(new ValueError("The encoding is not known.").toFault()));
    expect(state().importing).toMatchObject({ kind: "open", fault: { message: "The encoding is not known." } });
  });

  it("leaves everything automatic again but which of several things is meant", async () => {
    await openTable({ ...origin, picks: [{ of: "entry", chosen: "x.csv", choices: [] }], options: { delimiter: ";" } });
    void chooseReading(desk);
    resetReading(desk);
    expect(state().importing).toMatchObject({ options: { entry: "x.csv" } });
  });

  it("opens the file as it was chosen, without handing it over again", async () => {
    await openTable();
    void chooseReading(desk);
    changeReading(desk, { header: "none" });
    void applyReading(desk);
    expect(state().importing.kind).toBe("closed");
    expect(engine.opens[1]?.takes).toEqual({ kind: "kept", name: "a.csv" });
    expect(engine.manners[1]).toMatchObject({ key: engine.manners[0]?.key, options: { header: "none" } });
  });

  it("is given up without a trace", async () => {
    await openTable();
    const before = state();
    void chooseReading(desk);
    changeReading(desk, { header: "none" });
    closeReading(desk);
    await vi.advanceTimersByTimeAsync(1000);
    expect(state()).toEqual(before);
    expect(asked()).toHaveLength(1);
  });
});

describe("picking another of several things in a file", () => {
  const picks = [{ of: "sheet" as const, chosen: "May", choices: [{ name: "May" }, { name: "June" }] }];

  it("opens it from the same source, without the choices about the columns of the first", async () => {
    await openTable({ ...origin, format: "xlsx", picks, options: { header: 2 } });
    void pick(desk, 0, "June");
    expect(engine.manners[1]).toMatchObject({ key: engine.manners[0]?.key, options: { sheet: "June" }, picks });
  });

  it("forgets what was picked inside of what is left", async () => {
    const inner = { of: "array" as const, chosen: "x", choices: [{ name: "x" }] };
    const outer = { of: "entry" as const, chosen: "a.npz", choices: [{ name: "a.npz" }, { name: "b.npz" }] };
    await openTable({ ...origin, format: "npz", picks: [outer, inner] });
    void pick(desk, 0, "b.npz");
    expect(engine.manners[1]?.options).toEqual({ entry: "b.npz" });
    void pick(desk, 1, "y");
    expect(engine.manners[2]?.options).toEqual({ entry: "a.npz", array: "y" });
  });
});
