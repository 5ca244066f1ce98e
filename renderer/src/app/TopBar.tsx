import { View } from "../features/appearance/View.tsx";
import { Export } from "../features/export/Export.tsx";
import { FileName } from "../features/open/FileName.tsx";
import { OpenButton } from "../features/open/OpenButton.tsx";
import { Controls } from "../features/reduction/Controls.tsx";
import { Expression } from "../features/reduction/Expression.tsx";
import { Result } from "../features/result/Result.tsx";
import { SaveButton } from "../features/save/SaveButton.tsx";
import type { Desk } from "../state/desk.ts";

/** What is open, what is asked of it, and the answer. */
export function TopBar({ desk }: { readonly desk: Desk }) {
  return (
    <header className="top-bar">
      <div className="bar">
        <OpenButton desk={desk} />
        <FileName desk={desk} />
        <SaveButton desk={desk} />
        <Controls desk={desk} />
        <Export desk={desk} />
      </div>
      <div className="bar formula-bar">
        <Expression desk={desk} />
        <Result desk={desk} />
        <View desk={desk} />
      </div>
    </header>
  );
}
