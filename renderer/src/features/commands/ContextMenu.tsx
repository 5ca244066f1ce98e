import { useStore } from "zustand";
import { type Command, closeMenu, type Target } from "../../state/commands.ts";
import type { Desk } from "../../state/desk.ts";
import { type MenuItem, MenuList } from "../../ui/MenuList.tsx";
import { keyText } from "./key-text.ts";

const LABELS: Readonly<Record<Target["area"], string>> = { cell: "Cell", column: "Column", row: "Row" };

/** What can be done with the place of the grid that the menu was opened on. */
export function ContextMenu({ desk, commands }: { readonly desk: Desk; readonly commands: readonly Command[] }) {
  const menu = useStore(desk.store, (state) => state.menu);
  if (menu.kind === "closed") return null;
  const { target, x, y } = menu;
  const offered = commands.filter(
    (command) =>
      command.run !== null &&
      command.menu?.includes(target.area) &&
      (command.isOnlyWhenEnabled !== true || command.isEnabled(desk, target)),
  );
  return (
    <MenuList
      label={LABELS[target.area]}
      items={offered.map((command, k) => itemOf(desk, command, target, offered[k - 1]))}
      x={x}
      y={y}
      onChoose={(id) => {
        closeMenu(desk);
        offered.find((command) => command.id === id)?.run?.(desk, target);
      }}
      onClose={() => closeMenu(desk)}
    />
  );
}

function itemOf(desk: Desk, command: Command, target: Target, above: Command | undefined): MenuItem {
  const { id, name, keys, startsSection = false } = command;
  const first = keys[0];
  return {
    id,
    name,
    keys: first === undefined ? null : keyText(first),
    isEnabled: command.isEnabled(desk, target),
    startsSection: above !== undefined && (startsSection || above.group !== command.group),
  };
}
