import type { Command } from "../../state/commands.ts";
import type { Desk } from "../../state/desk.ts";
import { findNext, openFind } from "../../state/finding.ts";
import { ready } from "../../state/state.ts";

const isOpen = ({ store }: Desk): boolean => ready(store.getState()) !== null;

export const commands: readonly Command[] = [
  {
    id: "find.open",
    name: "Find",
    keys: ["Ctrl+F"],
    group: "Find",
    menu: ["cell"],
    startsSection: true,
    inFields: true,
    isEnabled: isOpen,
    run: (desk) => {
      openFind(desk);
      document.querySelector<HTMLInputElement>(".find-bar input")?.select();
    },
  },
  {
    id: "find.next",
    name: "Find the next",
    keys: ["F3"],
    group: "Find",
    inFields: true,
    isEnabled: isOpen,
    run: (desk) => void findNext(desk, 1),
  },
  {
    id: "find.previous",
    name: "Find the one before",
    keys: ["Shift+F3"],
    group: "Find",
    inFields: true,
    isEnabled: isOpen,
    run: (desk) => void findNext(desk, -1),
  },
];
