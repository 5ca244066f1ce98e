import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { RailText } from "../features/rail/RailText.tsx";
import { Receipt } from "../features/receipt/Receipt.tsx";
import { LaneNote } from "../features/winners/LaneNote.tsx";
import { Winners } from "../features/winners/Winners.tsx";
import type { Desk } from "../state/desk.ts";

export function SidePanel({ desk }: { readonly desk: Desk }) {
  return (
    <aside className="side-panel">
      <Tabs className="tabs">
        <TabList aria-label="About the array">
          <Tab id="winners">Winners</Tab>
          <Tab id="receipt">Receipt</Tab>
        </TabList>
        <TabPanel id="winners">
          <Winners desk={desk} />
        </TabPanel>
        <TabPanel id="receipt">
          <Receipt desk={desk} />
        </TabPanel>
      </Tabs>
      <LaneNote desk={desk} />
      <RailText desk={desk} />
    </aside>
  );
}
