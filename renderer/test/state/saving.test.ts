import type { SaveForms } from "@argscope/core/contract/editing.ts";
import { failed, ok } from "@argscope/core/contract/result.ts";
import type { PortLike, Source } from "@argscope/core/contract/worker.ts";
import { AccessError } from "@argscope/core/errors.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Originals, Target } from "../../src/host/host.ts";
import { createDesk, type Desk } from "../../src/state/desk.ts";
import { makeEdit } from "../../src/state/edit-calls.ts";
import { answerLosing, mayLose } from "../../src/state/losing.ts";
import { open } from "../../src/state/opening.ts";
import { askForm, save, saveAnyway, saveAs, suggestedFileName } from "../../src/state/saving.ts";
import { ready } from "../../src/state/state.ts";
import { EditsBeside } from "../edits-beside.ts";
import { FakeEngine, FakeHost, opened, shared } from "../fakes.ts";

let engine: FakeEngine;
let host: FakeHost;
let desk: Desk;
let fate: "same" | "changed" | "replaced" | "gone";
let chosen: string[];
let cells: EditsBeside;

const state = () => desk.store.getState();
const port = (): PortLike => ({ postMessage() {}, onmessage: null, start() {}, close() {} });
const target = (name: string, id = name): Target => ({ id, name, port: port() });
const granted = (name: string, grant: string): Source => ({ kind: "port", name, size: 20, port: port(), grant });
const csv: SaveForms = { own: "csv", why: null, isTable: true };
const turn = (): Promise<void> => new Promise((after) => setTimeout(after));

const originals: Originals = {
  grantOf: async () => ok({ id: "grant of a dropped file", name: "a.csv", size: 20 }),
  fateOf: async () => ok(fate),
  async choose(grant) {
    chosen.push(grant);
    return ok(target("a.csv"));
  },
};

/** Answers the oldest question of that name that has no answer yet. */
async function answer(call: string, value: unknown): Promise<void> {
  await turn();
  const at = engine.asked.findIndex((each) => each.call === call);
  const [asked] = engine.asked.splice(at, 1);
  if (at < 0 || asked === undefined) throw new Error(`Nobody asked ${call}.`);
  await asked.answer(value as never);
}

async function openFile(name = "a.csv"): Promise<void> {
  void open(desk, granted(name, `grant of ${name}`));
  await turn();
  await engine.opens.at(-1)?.answer(ok(opened(engine.opens.length, shared([1, 2], [1, 2]), { name })));
}

async function editCell(text = "7"): Promise<void> {
  const made = makeEdit(desk, { call: "edit", changes: [{ label: null, places: [0], texts: [text] }] });
  await answer("edit", ok(cells.write(0, text)));
  (await made).settle();
}

beforeEach(async () => {
  cells = new EditsBeside();
  engine = new FakeEngine();
  host = new FakeHost();
  host.originals = originals;
  host.rereads = ok(granted("a.csv", "next grant"));
  fate = "same";
  chosen = [];
  desk = createDesk(engine, host);
  await openFile();
});

describe("saving over the file that is open", () => {
  it("writes it in its own form and reads it from there", async () => {
    await editCell();
    const isSaved = save(desk);
    await answer("forms", ok(csv));
    await turn();
    expect(chosen).toEqual(["grant of a.csv"]);
    expect(state().task).toMatchObject({ kind: "saving", name: "a.csv" });
    expect(engine.asked[0]).toMatchObject({ call: "save", takes: { handle: 1, form: { kind: "own" }, takesOver: true } });
    await answer("save", ok({ bytes: 20, cells: 1, edits: cells.save() }));
    expect(engine.asked[0]).toMatchObject({ call: "resume", takes: { handle: 1, source: { grant: "next grant" } } });
    await answer("resume", ok(null));
    expect(await isSaved).toBe(true);
    expect(state().edits).toMatchObject({ changed: 0, undo: "edit of 1 cell" });
    expect(state().notice).toMatchObject({ tone: "done", text: "Saved a.csv." });
    expect(state().task.kind).toBe("idle");
    // The next save is over the file as it was written.
    await editCell("8");
    void save(desk);
    await answer("forms", ok(csv));
    await turn();
    expect(chosen).toEqual(["grant of a.csv", "next grant"]);
  });

  it("says why it failed, keeps the edits, and goes on with the file as it is", async () => {
    await editCell();
    const isSaved = save(desk);
    await answer("forms", ok(csv));
    await answer("save", failed(new AccessError("The disk is full.").toFault()));
    await answer("resume", ok(null));
    expect(await isSaved).toBe(false);
    expect(state().notice).toMatchObject({ tone: "error", text: "The disk is full." });
    expect(state().edits.changed).toBe(1);
  });

  it("without an edit writes nothing and says so", async () => {
    const isSaved = save(desk);
    await answer("forms", ok(csv));
    expect(await isSaved).toBe(true);
    expect(engine.asked).toEqual([]);
    expect(state().notice?.text).toMatch(/nothing to save/u);
  });

  it.each(["replaced", "gone"] as const)("that was %s asks first", async (what) => {
    fate = what;
    await editCell();
    const isSaved = save(desk);
    await answer("forms", ok(csv));
    expect(await isSaved).toBe(false);
    expect(state().saving).toEqual({ kind: "overtaken", name: "a.csv", fate: what });
    const anyway = saveAnyway(desk);
    await answer("save", ok({ bytes: 20, cells: 1, edits: cells.save() }));
    await answer("resume", ok(null));
    expect(await anyway).toBe(true);
    expect(state().saving.kind).toBe("closed");
  });

  it("that another program wrote into offers the numbers alone: the text is not the one that was read", async () => {
    fate = "changed";
    await editCell();
    expect(await save(desk)).toBe(false);
    expect(state().saving).toMatchObject({ kind: "form", forms: { own: null, isTable: false } });
    expect(chosen).toEqual([]);
  });

  it("that was dropped on the window writes over it all the same", async () => {
    const file = { size: 20, slice: () => new Blob([]) };
    void open(desk, { kind: "file", name: "dropped.csv", file });
    await turn();
    await engine.opens.at(-1)?.answer(ok(opened(2, shared([1, 2], [1, 2]), { name: "dropped.csv" })));
    await editCell();
    void save(desk);
    await answer("forms", ok(csv));
    await turn();
    expect(chosen).toEqual(["grant of a dropped file"]);
  });

  it("asks for a place where there is no file of one's own", async () => {
    void save(desk);
    await answer("forms", ok({ own: null, why: "It was typed, and has no file yet.", isTable: false }));
    expect(state().saving).toMatchObject({ kind: "form", forms: { own: null } });
  });
});

describe("saving as another file", () => {
  it("in the file's own form goes on with that file", async () => {
    await editCell();
    host.target = ok(target("b.csv"));
    host.rereads = ok(granted("b.csv", "grant of b.csv"));
    void askForm(desk);
    await answer("forms", ok(csv));
    const isSaved = saveAs(desk, { kind: "own" });
    await answer("save", ok({ bytes: 20, cells: 1, edits: cells.save() }));
    await answer("resume", ok(null));
    expect(await isSaved).toBe(true);
    expect(ready(state())?.name).toBe("b.csv");
    expect(state().edits.changed).toBe(0);
  });

  it("in another form is a copy: the edits are still to be saved", async () => {
    await editCell();
    host.target = ok(target("clean.csv"));
    void askForm(desk);
    await answer("forms", ok(csv));
    const isSaved = saveAs(desk, { kind: "clean" });
    await answer("save", ok({ bytes: 20, cells: 1, edits: cells.save() }));
    expect(await isSaved).toBe(false);
    expect(state().edits.changed).toBe(1);
    expect(ready(state())?.name).toBe("a.csv");
    expect(state().notice?.text).toBe("Wrote a copy to clean.csv.");
  });

  it("holds the edits where the file has no form of its own", async () => {
    await editCell();
    host.target = ok(target("a.csv"));
    void askForm(desk);
    await answer("forms", ok({ own: null, why: "Argscope reads xlsx and does not write it.", isTable: true }));
    const isSaved = saveAs(desk, { kind: "clean" });
    await answer("save", ok({ bytes: 20, cells: 1, edits: cells.save() }));
    expect(await isSaved).toBe(true);
    expect(state().edits.changed).toBe(0);
  });

  it("suggests names that say what it is", () => {
    const none: SaveForms = { own: null, why: "", isTable: true };
    expect(suggestedFileName("a b.csv", { kind: "own" }, csv)).toBe("a b.csv");
    expect(suggestedFileName("Pasted text", { kind: "own" }, csv)).toBe("Pasted text.csv");
    expect(suggestedFileName("a.csv", { kind: "clean" }, csv)).toBe("a clean.csv");
    expect(suggestedFileName("a.csv.gz", { kind: "clean" }, none)).toBe("a clean.csv");
    expect(suggestedFileName("a.xlsx", { kind: "country", delimiter: ";", point: "," }, none)).toBe("a for spreadsheets.csv");
    expect(suggestedFileName("a.npz", { kind: "npy" }, none)).toBe("a.npy");
  });
});

describe("edits that would be lost", () => {
  it("are asked about before another file is opened, and kept when the person says so", async () => {
    await editCell();
    const source = granted("b.csv", "b");
    const opening = open(desk, source);
    expect(state().saving).toEqual({ kind: "losing", name: "a.csv", cells: 1, why: "open" });
    answerLosing(desk, "keep");
    await opening;
    expect(engine.opens.length).toBe(1);
    expect(state().edits.changed).toBe(1);
  });

  it("are lost when the person says so", async () => {
    await editCell();
    void openFile("b.csv");
    answerLosing(desk, "lose");
    await turn();
    await turn();
    expect(engine.opens.length).toBe(2);
  });

  it("are saved first when the person says so; what fails to be saved is not lost", async () => {
    await editCell();
    const may = mayLose(desk, "close");
    answerLosing(desk, "save");
    await answer("forms", ok(csv));
    await answer("save", failed(new AccessError("The disk is full.").toFault()));
    await answer("resume", ok(null));
    expect(await may).toBe(false);
    const again = mayLose(desk, "close");
    answerLosing(desk, "save");
    await answer("forms", ok(csv));
    await answer("save", ok({ bytes: 20, cells: 1, edits: cells.save() }));
    await answer("resume", ok(null));
    expect(await again).toBe(true);
  });

  it("are not asked about where there are none", async () => {
    expect(await mayLose(desk, "close")).toBe(true);
  });
});
