import type { Desk } from "../../state/desk.ts";
import { readSettings, type Settings } from "../../state/settings.ts";

const PLACE = "argscope.settings";

/** Shows the settings that were kept, and keeps those that are chosen. */
export function followSettings({ settings }: Desk): void {
  settings.subscribe((chosen) => {
    show(chosen);
    try {
      localStorage.setItem(PLACE, JSON.stringify(chosen));
    } catch {
      // No room, or nothing may be kept: the choice holds for this time.
    }
  });
  settings.setState(readSettings(kept()));
}

function kept(): string | null {
  try {
    return localStorage.getItem(PLACE);
  } catch {
    return null;
  }
}

function show({ theme }: Settings): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
}
