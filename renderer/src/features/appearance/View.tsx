import { useState } from "react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { color, reachIn } from "../../state/coloring.ts";
import type { Desk } from "../../state/desk.ts";
import { openDialog } from "../../state/dialogs.ts";
import { chooseTheme, type Theme } from "../../state/settings.ts";
import { ready } from "../../state/state.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { type Segment, Segments } from "../../ui/Segments.tsx";

const THEMES: readonly Segment<Theme>[] = [
  { value: "system", name: "System" },
  { value: "light", name: "Light" },
  { value: "dark", name: "Dark" },
];

const REACHES: readonly Segment<"off" | "all" | "columns" | "rows">[] = [
  { value: "off", name: "Off" },
  { value: "all", name: "All together" },
  { value: "columns", name: "Each column" },
  { value: "rows", name: "Each row" },
];

/** How the window looks, and what is open in it. */
export function View({ desk }: { readonly desk: Desk }) {
  const [isOpen, setOpen] = useState(false);
  const theme = useStore(desk.settings, (settings) => settings.theme);
  const reach = useStore(desk.store, reachIn);
  const isReady = useStore(desk.store, (state) => ready(state) !== null);

  function go(kind: "columns" | "keyboard"): void {
    setOpen(false);
    openDialog(desk, { kind });
  }

  return (
    <>
      <Button className="button" onPress={() => setOpen(true)}>
        View
      </Button>
      <Dialog title="View" isOpen={isOpen} onClose={() => setOpen(false)}>
        <Segments label="Theme" segments={THEMES} value={theme} onChange={(chosen) => chooseTheme(desk, chosen)} />
        <Segments
          label="Colour cells"
          segments={REACHES}
          value={reach ?? "off"}
          isDisabled={!isReady}
          onChange={(chosen) => void color(desk, chosen === "off" ? null : chosen)}
        />
        <p className="hint">
          From the smallest number to the largest. NaN and infinities are marked apart. Ctrl and + or − make everything larger
          or smaller.
        </p>
        <div className="dialog-buttons">
          <Button className="button" isDisabled={!isReady} onPress={() => go("columns")}>
            Columns…
          </Button>
          <Button className="button" onPress={() => go("keyboard")}>
            Keyboard…
          </Button>
          <Button className="button primary" onPress={() => setOpen(false)}>
            Done
          </Button>
        </div>
      </Dialog>
    </>
  );
}
