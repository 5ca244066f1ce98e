import { useStore } from "zustand";
import { Export } from "../features/export/Export.tsx";
import { OpenButton } from "../features/open/OpenButton.tsx";
import { Controls } from "../features/reduction/Controls.tsx";
import { Expression } from "../features/reduction/Expression.tsx";
import { Result } from "../features/result/Result.tsx";
import { shapeText } from "../features/result/status-text.ts";
import type { Desk } from "../state/desk.ts";
import { ready } from "../state/state.ts";

/** What is open, what is asked of it, and the answer. */
export function TopBar({ desk }: { readonly desk: Desk }) {
  return (
    <header className="top-bar">
      <div className="bar">
        <OpenButton desk={desk} />
        <FileName desk={desk} />
        <Controls desk={desk} />
        <Export desk={desk} />
      </div>
      <div className="bar formula-bar">
        <Expression desk={desk} />
        <Result desk={desk} />
      </div>
    </header>
  );
}

function FileName({ desk }: { readonly desk: Desk }) {
  const session = useStore(desk.store, ready);
  if (session === null) return <div className="file-name" />;
  const { name, shape, dtype } = session;
  return (
    <div className="file-name" title={name}>
      <h1>{name}</h1>
      <span className="code">
        {shapeText(shape)} {dtype}
      </span>
    </div>
  );
}
