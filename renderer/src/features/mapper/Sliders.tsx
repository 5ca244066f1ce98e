import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { moveSlice, reduceSlice, reducesSlice, sliceText } from "../../state/slicing.ts";
import { ready } from "../../state/state.ts";
import { isShown } from "../../state/viewing.ts";
import { CheckBox } from "../../ui/CheckBox.tsx";
import { AxisSlider } from "./AxisSlider.tsx";
import { pace, playOn } from "./play.ts";

/** A slider for every dimension that does not run across the screen, and the slice as NumPy writes it. */
export function Sliders({ desk }: { readonly desk: Desk }) {
  const session = useStore(desk.store, ready);
  const fixed = useStore(desk.store, ({ view }) => view.fixed);
  const isAlone = useStore(desk.store, reducesSlice);
  const [playing, setPlaying] = useState<number | null>(null);
  useEffect(() => {
    if (playing === null) return;
    const timer = setInterval(() => {
      if (!playOn(desk, playing)) setPlaying(null);
    }, pace());
    return () => clearInterval(timer);
  }, [desk, playing]);
  if (session === null) return null;
  const { view } = desk.store.getState();

  function togglePlay(dimension: number, length: number): void {
    if (playing === dimension) setPlaying(null);
    else {
      if (fixed[dimension] === length - 1) moveSlice(desk, dimension, 0);
      setPlaying(dimension);
    }
  }

  return (
    <>
      {session.shape.map((length, dimension) => {
        const name = `axis ${dimension}`;
        if (isShown(view, dimension)) return null;
        return (
          <AxisSlider
            key={name}
            name={name}
            length={length}
            position={fixed[dimension] ?? 0}
            isPlaying={playing === dimension}
            onMove={(position) => moveSlice(desk, dimension, position)}
            onPlay={() => togglePlay(dimension, length)}
          />
        );
      })}
      <span className="mapper-slice">
        <span className="code">{sliceText(session, view)}</span>
        <CheckBox name="This slice only" isChecked={isAlone} onChange={(alone) => void reduceSlice(desk, alone)} />
      </span>
    </>
  );
}
