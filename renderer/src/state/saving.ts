import type { Fate } from "@argscope/core/contract/bridge.ts";
import type { SaveForm, SaveForms } from "@argscope/core/contract/editing.ts";
import type { Result } from "@argscope/core/contract/result.ts";
import type { Target } from "../host/host.ts";
import type { Desk } from "./desk.ts";
import { commitEditing } from "./editing.ts";
import { type Ready, rootOf } from "./session.ts";
import { ready } from "./state.ts";

/** What is open, whatever view of it is shown. */
function openIn({ store }: Desk): Ready | null {
  const session = ready(store.getState());
  return session === null ? null : rootOf(session);
}

/**
 * Writes the edits into the file that is open. Where that cannot be, asks for another place.
 *
 * @returns whether all edits are saved.
 */
export async function save(desk: Desk): Promise<boolean> {
  const asked = await asking(desk);
  if (asked === null) return false;
  const { session, forms, fate } = asked;
  if (forms.own === null || fate === null) {
    desk.store.setState({ saving: { kind: "form", name: session.name, forms } });
    return false;
  }
  if (fate !== "same") {
    desk.store.setState({ saving: { kind: "overtaken", name: session.name, fate } });
    return false;
  }
  if (desk.store.getState().edits.changed > 0) return writeOver(desk, session);
  tell(desk, "done", `There is nothing to save: ${session.name} has every edit.`);
  return true;
}

/** Writes over the file, whatever stands under its name now: the person said so. */
export async function saveAnyway(desk: Desk): Promise<boolean> {
  const session = openIn(desk);
  closeSaving(desk);
  return session !== null && writeOver(desk, session);
}

async function writeOver(desk: Desk, session: Ready): Promise<boolean> {
  const { originals } = desk.host;
  const grant = desk.shelf.grants.get(session.key);
  if (originals === null || grant === undefined) return false;
  const target = await originals.choose(grant);
  if (!target.ok) return refused(desk, target.fault.message);
  return write(desk, { session, form: { kind: "own" }, target: target.value, isCopy: false });
}

/** Asks in which form what is open is to be written to another file. */
export async function askForm(desk: Desk): Promise<void> {
  const asked = await asking(desk);
  if (asked === null) return;
  desk.store.setState({ saving: { kind: "form", name: asked.session.name, forms: asked.forms } });
}

/** Asks for a place and writes what is open there. @returns whether all edits are saved. */
export async function saveAs(desk: Desk, form: SaveForm): Promise<boolean> {
  const { saving } = desk.store.getState();
  const session = openIn(desk);
  closeSaving(desk);
  if (session === null || saving.kind !== "form") return false;
  const target = await desk.host.pickDestination(suggestedFileName(session.name, form, saving.forms));
  if (!target.ok) return refused(desk, target.fault.message);
  if (target.value === null) return false;
  // Where the file has no form of its own what is written holds the edits; an .npy holds none of a table's labels.
  const { own, isTable } = saving.forms;
  const isCopy = form.kind !== "own" && (own !== null || (isTable && form.kind === "npy"));
  return write(desk, { session, form, target: target.value, isCopy });
}

/** Stops the writing that is under way; the file stays as it was. */
export function cancelSaving({ engine }: Desk): void {
  engine.cancel("save");
}

export function closeSaving({ store }: Desk): void {
  store.setState({ saving: { kind: "closed" } });
}

/** The file's own name, with what the form makes of it. */
export function suggestedFileName(name: string, { kind }: SaveForm, { own }: SaveForms): string {
  if (kind === "own" && own !== null) return /\.[^.\s]+$/u.test(name) ? name : `${name}.${own}`;
  const stem = name.replace(/\.(?:gz|zip)$/iu, "").replace(/\.[^.\s]+$/u, "") || "array";
  if (kind === "npy" || own === "npy") return `${stem}.npy`;
  return kind === "country" ? `${stem} for spreadsheets.csv` : `${stem} clean.csv`;
}

interface Asking {
  readonly session: Ready;
  readonly forms: SaveForms;
  /** What became of the file; null: there is none that could be written over. */
  readonly fate: Exclude<Fate, "changed"> | null;
}

/** Commits what is being typed; then asks in which forms what is open can be written. Null: not now. */
async function asking(desk: Desk): Promise<Asking | null> {
  await commitEditing(desk, "stay");
  const { editing, task } = desk.store.getState();
  const session = openIn(desk);
  const isBusy = task.kind !== "idle" && task.kind !== "editing";
  // What is being typed was refused, and says so itself. What is being edited is done before the engine answers.
  if (editing.kind === "open" || session === null || isBusy) return null;
  const grant = desk.shelf.grants.get(session.key);
  const fate = grant === undefined ? null : ((await desk.host.originals?.fateOf(grant)) ?? null);
  const isChanged = fate?.ok === true && fate.value === "changed";
  // The engine looks for the forms in the file, of which there may be less now.
  const forms = isChanged
    ? { ok: true as const, value: onlyNumbers(session.name) }
    : await desk.engine.ask("forms", { handle: session.handle });
  if (openIn(desk)?.handle !== session.handle) return null;
  const fault = forms.ok ? (fate === null || fate.ok ? null : fate.fault) : forms.fault;
  if (fault !== null) refused(desk, fault.message);
  if (!forms.ok || (fate !== null && !fate.ok)) return null;
  return { session, forms: forms.value, fate: fate === null || fate.value === "changed" ? null : fate.value };
}

/** The text around the numbers is read from the file when it is written, and the file has another now. */
function onlyNumbers(name: string): SaveForms {
  const why = `Another program has written into ${name} since it was opened, so its text cannot be written any more. The numbers can.`;
  return { own: null, why, isTable: false };
}

interface Write {
  readonly session: Ready;
  readonly form: SaveForm;
  readonly target: Target;
  /** The edits are still to be saved after it. */
  readonly isCopy: boolean;
}

async function write(desk: Desk, { session, form, target, isCopy }: Write): Promise<boolean> {
  const { store, engine, shelf } = desk;
  const { handle } = session;
  // Where what was written cannot be read again, the file that is open stays.
  const takesOver = form.kind === "own" && target.id !== undefined;
  const { name, port } = target;
  const progressed = (progress: number): void => {
    if (store.getState().task.kind === "saving") store.setState({ task: { kind: "saving", name, progress } });
  };
  store.setState({ task: { kind: "saving", name, progress: 0 }, notice: null });
  const transfer = [port as unknown as MessagePort];
  const result = await engine.ask("save", { handle, form, takesOver, port }, { transfer, progress: progressed });
  const resumed = takesOver ? await resume(desk, session, target) : null;
  store.setState({ task: { kind: "idle" } });
  if (openIn(desk)?.handle !== handle) return result.ok;
  if (!result.ok) return result.fault.tag === "Cancelled" ? false : refused(desk, result.fault.message);
  if (!isCopy) {
    const cells = shelf.held(handle)?.edits;
    cells?.take(result.value.edits);
    const { edits } = store.getState();
    store.setState({ edits: { ...edits, changed: cells?.changed ?? 0 } });
    if (takesOver) rename(desk, name);
  }
  if (resumed !== null && !resumed.ok) return refused(desk, resumed.fault.message);
  tell(desk, "done", `${isCopy ? "Wrote a copy to" : "Saved"} ${name}.`);
  return !isCopy;
}

/** The engine goes on with the file that was written; or with the old one, where it was not. */
async function resume(desk: Desk, { handle, key }: Ready, target: Target): Promise<Result<null> | null> {
  const source = await desk.host.reread(target);
  if (source === null || !source.ok) return source;
  if (source.value.kind !== "port") return null;
  const { port, grant } = source.value;
  if (grant !== undefined) desk.shelf.grants.set(key, grant);
  return desk.engine.ask("resume", { handle, source: source.value }, { transfer: [port as unknown as MessagePort] });
}

function rename({ store }: Desk, name: string): void {
  const { session } = store.getState();
  if (session.kind !== "ready") return;
  const { root } = session;
  store.setState({ session: { ...session, name, root: root === null ? null : { ...root, name } } });
}

function refused(desk: Desk, text: string): false {
  tell(desk, "error", text);
  return false;
}

function tell({ store }: Desk, tone: "error" | "done", text: string): void {
  store.setState({ notice: { tone, text, action: null } });
}
