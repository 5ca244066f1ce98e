import { useStore } from "zustand";
import { ArrayGrid } from "../features/grid/ArrayGrid.tsx";
import { StatusBar } from "../features/result/StatusBar.tsx";
import type { Desk } from "../state/desk.ts";
import { ready } from "../state/state.ts";
import { Notices } from "./Notices.tsx";
import { SidePanel } from "./SidePanel.tsx";
import { TopBar } from "./TopBar.tsx";
import { Welcome } from "./Welcome.tsx";

/** The window. The grid is there from the start, under the welcome: making it later would cost when the person waits. */
export function App({ desk }: { readonly desk: Desk }) {
  const isEmpty = useStore(desk.store, (state) => ready(state) === null);
  const name = useStore(desk.store, (state) => ready(state)?.name ?? null);
  return (
    <>
      <title>{name === null ? "Argscope" : `${name} – Argscope`}</title>
      <TopBar desk={desk} />
      <Notices desk={desk} />
      <main className="workspace" data-empty={isEmpty ? "" : undefined}>
        <ArrayGrid desk={desk} isHidden={isEmpty} />
        <SidePanel desk={desk} />
        {isEmpty && <Welcome desk={desk} />}
      </main>
      <StatusBar desk={desk} />
    </>
  );
}
