import { commands as appearance } from "../features/appearance/commands.ts";
import { commands as columns } from "../features/columns/commands.ts";
import { commands as general } from "../features/commands/commands.ts";
import { commands as edits } from "../features/edit/commands.ts";
import { commands as find } from "../features/find/commands.ts";
import { commands as goTo } from "../features/go-to/commands.ts";
import { commands as grid } from "../features/grid/commands.ts";
import { commands as mapper } from "../features/mapper/commands.ts";
import { commands as opening } from "../features/open/commands.ts";
import { commands as saving } from "../features/save/commands.ts";
import { commands as selection } from "../features/selection/commands.ts";
import { commands as sortFilter } from "../features/sort-filter/commands.ts";
import { commands as winners } from "../features/winners/commands.ts";
import type { Command } from "../state/commands.ts";

/** Everything that can be done by name, in the order of the menus. Each feature brings its own list. */
export const commands: readonly Command[] = [
  ...sortFilter,
  ...grid,
  ...columns,
  ...mapper,
  ...selection,
  ...edits,
  ...saving,
  ...find,
  ...goTo,
  ...winners,
  ...opening,
  ...appearance,
  ...general,
];
