import type { Desk } from "./desk.ts";

/** Where in the grid something is meant: the pointer was there, or the focus. Rows and columns are the array's. */
export interface Target {
  readonly area: "cell" | "column" | "row";
  /** Null: the header. */
  readonly row: number | null;
  /** Behind the array's columns those of text (see `columnContent`), -1 the labels beside the rows; null: the row numbers. */
  readonly column: number | null;
}

/** Headings of the keyboard map, in its order. */
export const GROUPS = ["Move", "Select and copy", "Edit", "Find", "Winners", "Rows and columns", "View", "File"] as const;

/**
 * Something that a person can do, by name. The context menu, the keyboard map and the keys themselves are the same list, put
 * together in `app/commands.ts`; each feature brings its own.
 */
export interface Command {
  readonly id: string;
  readonly name: string;
  /**
   * As they are written for a person: `Ctrl+Shift+C`, `F8`, `Alt+Down`. Ctrl is Command on a Mac. The menu names the first; all
   * of them work.
   */
  readonly keys: readonly string[];
  readonly group: (typeof GROUPS)[number];
  /** Where the context menu offers it; left out: nowhere. */
  readonly menu?: readonly Target["area"][];
  /** Whether a line stands above it in the menu, as above the first of each group. */
  readonly startsSection?: boolean;
  /** It takes something back, and is left out of the menu where there is nothing to take back. */
  readonly isOnlyWhenEnabled?: boolean;
  /** Whether its keys also work while the person types into a field. */
  readonly inFields?: boolean;
  isEnabled(desk: Desk, target: Target | null): boolean;
  /**
   * Null: the keys are heard where the focus is (the arrows in the grid), and only named here.
   *
   * @param target  what the menu was opened on; for keys null: what is selected or has the focus.
   */
  readonly run: ((desk: Desk, target: Target | null) => void) | null;
}

/** The context menu. `x`, `y` in px from the corner of the window. */
export type Menu =
  | { readonly kind: "closed" }
  | { readonly kind: "open"; readonly target: Target; readonly x: number; readonly y: number };

export function openMenu({ store }: Desk, target: Target, x: number, y: number): void {
  store.setState({ menu: { kind: "open", target, x, y } });
}

export function closeMenu({ store }: Desk): void {
  if (store.getState().menu.kind === "open") store.setState({ menu: { kind: "closed" } });
}

/** The first command whose keys an event is and that can run now. */
export function commandOf(desk: Desk, commands: readonly Command[], event: KeyLike): Command | null {
  const isMeant = ({ run, keys, inFields }: Command): boolean =>
    run !== null && (inFields === true || !event.isInField) && keys.some((text) => isPressed(text, event));
  return commands.find((command) => isMeant(command) && command.isEnabled(desk, null)) ?? null;
}

/** What is read of a KeyboardEvent. */
export interface KeyLike {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** The person types into a field. */
  readonly isInField: boolean;
}

const NAMES: Readonly<Record<string, string>> = {
  Up: "ArrowUp",
  Down: "ArrowDown",
  Left: "ArrowLeft",
  Right: "ArrowRight",
  Space: " ",
  Plus: "+",
};

function isPressed(text: string, { key, ctrlKey, metaKey, shiftKey, altKey }: KeyLike): boolean {
  const parts = text.split("+");
  const name = parts.at(-1) ?? "";
  return (
    key.toLowerCase() === (NAMES[name] ?? name).toLowerCase() &&
    parts.includes("Ctrl") === (ctrlKey || metaKey) &&
    parts.includes("Alt") === altKey &&
    parts.includes("Shift") === shiftKey
  );
}
