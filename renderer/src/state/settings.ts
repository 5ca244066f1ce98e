import type { Desk } from "./desk.ts";

/** How the window looks, whatever is open in it. */
export interface Settings {
  /** `system`: as the system's own windows. */
  readonly theme: Theme;
}

export type Theme = "system" | "light" | "dark";

export const plainSettings: Settings = { theme: "system" };

export function chooseTheme({ settings }: Desk, theme: Theme): void {
  settings.setState({ theme });
}

/** What was kept, by this version of the program or any other: what makes no sense is left out. */
export function readSettings(kept: string | null): Settings {
  try {
    const { theme } = JSON.parse(kept ?? "{}") as Partial<Settings>;
    return theme === "light" || theme === "dark" ? { theme } : plainSettings;
  } catch {
    return plainSettings;
  }
}
