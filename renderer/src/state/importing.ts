import type { Pick, Preview, ReadingOptions } from "@argscope/core/contract/opening.ts";
import type { Fault } from "@argscope/core/contract/result.ts";
import type { Desk } from "./desk.ts";
import { mayHelp } from "./may-help.ts";
import { reopen } from "./opening.ts";
import { type Ready, rootOf, type Tried } from "./session.ts";
import { ready, type State, shown } from "./state.ts";

/** A file whose reading can be chosen: the page's number for it, and what is known of it. */
export interface Subject extends Tried {
  readonly name: string;
  readonly picks: readonly Pick[];
}

/** The dialog in which a person says how a file is to be read. `tried`: what could not be opened last. */
export type Importing =
  | { readonly kind: "closed"; readonly tried: Subject | null }
  | {
      readonly kind: "open";
      readonly subject: Subject;
      /** What is chosen; the preview may still be of an earlier choice. */
      readonly options: ReadingOptions;
      readonly preview: Preview | null;
      readonly isWaiting: boolean;
      /** Why there is no preview of this choice. */
      readonly fault: Fault | null;
    };

/** A change of what is chosen. Undefined: it is left to the program again. */
export type Change = { readonly [K in keyof ReadingOptions]: ReadingOptions[K] | undefined };

/** What makes other names of the columns, so that what was chosen by name says nothing any more. */
const NAMING: readonly (keyof ReadingOptions)[] = ["delimiter", "quote", "escape", "encoding", "header", "comment"];

/** So long nothing more is chosen before the file is asked, in ms. */
const PAUSE = 150;

let pause: ReturnType<typeof setTimeout> | undefined;

/** What the dialog is about by itself: what is open, or what could not be in the empty window. Null where nothing can be chosen. */
export function subjectOf(state: State): Subject | null {
  const session = shown(state);
  const open = ready(state);
  if (open !== null) return readySubject(rootOf(open));
  return session.kind === "failed" && session.tried !== null && mayHelp(session.fault)
    ? { ...session.tried, name: session.name, picks: [] }
    : null;
}

function readySubject({ name, key, origin: { format, options, picks } }: Ready): Subject | null {
  // The other formats say themselves what their cells are.
  if (format !== "csv") return null;
  const chosen = Object.fromEntries(picks.map((pick) => [pick.of, pick.chosen]));
  return { name, key, picks, options: { ...options, ...chosen } };
}

/** Opens the dialog. @param subject another file than the one that is open: what could not be opened beside it */
export async function chooseReading(desk: Desk, subject = subjectOf(desk.store.getState())): Promise<void> {
  if (subject === null) return;
  const { options } = subject;
  desk.store.setState({
    importing: { kind: "open", subject, options, preview: null, isWaiting: true, fault: null },
    notice: null,
  });
  await look(desk);
}

/** Takes a choice, and shows what becomes of the file with it once nothing more is chosen. */
export function changeReading(desk: Desk, change: Change): void {
  const { importing } = desk.store.getState();
  if (importing.kind !== "open") return;
  const dropped = NAMING.some((option) => option in change)
    ? { columns: undefined, exclude: undefined, indexCol: undefined }
    : {};
  const entries = Object.entries({ ...importing.options, ...dropped, ...change }).filter(([, value]) => value !== undefined);
  desk.store.setState({ importing: { ...importing, options: Object.fromEntries(entries) as ReadingOptions, isWaiting: true } });
  clearTimeout(pause);
  pause = setTimeout(() => void look(desk), PAUSE);
}

/** Leaves everything to the program again, but which of several things in the file is meant. */
export function resetReading(desk: Desk): void {
  const { importing } = desk.store.getState();
  if (importing.kind !== "open") return;
  const left = Object.keys(importing.options).filter(
    (option) => option !== "entry" && option !== "sheet" && option !== "array",
  );
  changeReading(desk, Object.fromEntries(left.map((option) => [option, undefined])));
}

export function closeReading({ store, engine }: Desk): void {
  if (store.getState().importing.kind !== "open") return;
  clearTimeout(pause);
  engine.cancel("preview");
  store.setState({ importing: { kind: "closed", tried: null } });
}

/** Opens the file as it was chosen. */
export async function applyReading(desk: Desk): Promise<void> {
  const { importing } = desk.store.getState();
  if (importing.kind !== "open") return;
  const { subject, options } = importing;
  closeReading(desk);
  await reopen(desk, subject.name, { key: subject.key, options, picks: subject.picks });
}

async function look(desk: Desk): Promise<void> {
  const { store, engine } = desk;
  const { importing } = store.getState();
  if (importing.kind !== "open") return;
  const { subject, options } = importing;
  const looked = await engine.ask(
    "preview",
    { source: { kind: "kept", name: subject.name }, key: subject.key, options },
    { replaces: true },
  );
  const now = store.getState().importing;
  if (now.kind !== "open" || now.options !== options || (!looked.ok && looked.fault.tag === "Cancelled")) return;
  store.setState({
    importing: looked.ok
      ? { ...now, preview: looked.value, isWaiting: false, fault: null }
      : { ...now, isWaiting: false, fault: looked.fault },
  });
}

/** Forgets what was chosen for the file that is open, and reads it as it shows itself. */
export async function forgetReading(desk: Desk): Promise<void> {
  const session = ready(desk.store.getState());
  if (session === null) return;
  const { name, key } = rootOf(session);
  await reopen(desk, name, { key, options: {} });
}

/** Opens the dialog about what could not be opened last, while something else is. */
export async function chooseTried(desk: Desk): Promise<void> {
  const { importing } = desk.store.getState();
  if (importing.kind === "closed") await chooseReading(desk, importing.tried);
}
