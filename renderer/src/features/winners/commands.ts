import type { Command } from "../../state/commands.ts";
import { answered } from "../../state/state.ts";
import { walkWinners } from "../../state/walking.ts";

export const commands: readonly Command[] = [
  {
    id: "winners.next",
    name: "To the next winner",
    keys: ["F8"],
    group: "Winners",
    menu: ["cell"],
    startsSection: true,
    inFields: true,
    isEnabled: ({ store }) => answered(store.getState()) !== null,
    run: (desk) => void walkWinners(desk, 1),
  },
  {
    id: "winners.previous",
    name: "To the winner before",
    keys: ["Shift+F8"],
    group: "Winners",
    menu: ["cell"],
    inFields: true,
    isEnabled: ({ store }) => answered(store.getState()) !== null,
    run: (desk) => void walkWinners(desk, -1),
  },
];
