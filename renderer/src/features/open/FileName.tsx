import { useStore } from "zustand";
import { shapeText } from "../../engine/shape-text.ts";
import type { Desk } from "../../state/desk.ts";
import { isReading, seen } from "../../state/state.ts";
import { ImportButton } from "./ImportButton.tsx";
import { Picker } from "./Picker.tsx";

/** What is open, which of several things in the file it is, and how much of it there is so far. */
export function FileName({ desk }: { readonly desk: Desk }) {
  const session = useStore(desk.store, seen);
  const isPartial = useStore(desk.store, isReading);
  if (session === null) return <div className="file-name" />;
  const { name, shape, dtype } = session;
  return (
    <div className="file-name">
      <div className="file-title">
        <h1 title={name}>{name}</h1>
        {isPartial ? (
          <span className="still-reading">the first {shape[0]?.toLocaleString("en")} rows, still reading</span>
        ) : (
          <span className="code">
            {shapeText(shape)} {dtype}
          </span>
        )}
      </div>
      {!isPartial && <Picker desk={desk} picks={session.origin.picks} />}
      {!isPartial && <ImportButton desk={desk} />}
    </div>
  );
}
