import { useStore } from "zustand";
import { HeatLegend } from "../features/appearance/HeatLegend.tsx";
import { ColumnsDialog } from "../features/columns/ColumnsDialog.tsx";
import { FormatDialog } from "../features/columns/FormatDialog.tsx";
import { ContextMenu } from "../features/commands/ContextMenu.tsx";
import { Keyboard } from "../features/commands/Keyboard.tsx";
import { Editor } from "../features/edit/Editor.tsx";
import { FindBar } from "../features/find/FindBar.tsx";
import { GoTo } from "../features/go-to/GoTo.tsx";
import { ArrayGrid } from "../features/grid/ArrayGrid.tsx";
import { Mapper } from "../features/mapper/Mapper.tsx";
import { ImportOptions } from "../features/open/ImportOptions.tsx";
import { Rail } from "../features/rail/Rail.tsx";
import { StatusBar } from "../features/result/StatusBar.tsx";
import { SaveDialogs } from "../features/save/SaveDialogs.tsx";
import { FilterDialog } from "../features/sort-filter/FilterDialog.tsx";
import { OrderingBar } from "../features/sort-filter/OrderingBar.tsx";
import { SelectionLine } from "../features/statistics/SelectionLine.tsx";
import type { Desk } from "../state/desk.ts";
import { seen } from "../state/state.ts";
import { Announcement } from "./Announcement.tsx";
import { commands } from "./commands.ts";
import { Notices } from "./Notices.tsx";
import { SidePanel } from "./SidePanel.tsx";
import { TopBar } from "./TopBar.tsx";
import { Welcome } from "./Welcome.tsx";

/** The window. The grid is there from the start, under the welcome: making it later would cost when the person waits. */
export function App({ desk }: { readonly desk: Desk }) {
  const isEmpty = useStore(desk.store, (state) => seen(state) === null);
  const name = useStore(desk.store, (state) => seen(state)?.name ?? null);
  const mark = useStore(desk.store, ({ edits }) => (edits.changed > 0 ? "● " : ""));
  return (
    <>
      <title>{name === null ? "Argscope" : `${mark}${name} – Argscope`}</title>
      <TopBar desk={desk} />
      <Notices desk={desk} />
      <Mapper desk={desk} />
      <OrderingBar desk={desk} />
      <HeatLegend desk={desk} />
      <main className="workspace" data-empty={isEmpty ? "" : undefined}>
        <ArrayGrid
          desk={desk}
          isHidden={isEmpty}
          rails={{ down: <Rail desk={desk} direction="down" />, across: <Rail desk={desk} direction="across" /> }}
        />
        <div className="find-place">
          <FindBar desk={desk} />
        </div>
        <Editor desk={desk} />
        <SidePanel desk={desk} />
        {isEmpty && <Welcome desk={desk} />}
        <ContextMenu desk={desk} commands={commands} />
      </main>
      <StatusBar desk={desk}>
        <SelectionLine desk={desk} />
      </StatusBar>
      <Announcement desk={desk} />
      <SaveDialogs desk={desk} />
      <ImportOptions desk={desk} />
      <GoTo desk={desk} />
      <Keyboard desk={desk} commands={commands} />
      <FilterDialog desk={desk} />
      <ColumnsDialog desk={desk} />
      <FormatDialog desk={desk} />
    </>
  );
}
