import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { choose } from "../../state/reducing.ts";
import { ready } from "../../state/state.ts";
import { CheckBox } from "../../ui/CheckBox.tsx";
import { Segments } from "../../ui/Segments.tsx";

const OPERATIONS = [
  { value: "argmin", name: "argmin", picture: "▼", tone: "argmin" },
  { value: "argmax", name: "argmax", picture: "▲", tone: "argmax" },
] as const;

const NAN_RULES = [
  { value: "numpy", name: "NumPy (NaN wins)" },
  { value: "skip", name: "Skip NaN" },
] as const;

/** What is asked of the array: the function, the axis, what a NaN counts, the shape of the answer. */
export function Controls({ desk }: { readonly desk: Desk }) {
  const session = useStore(desk.store, ready);
  const { operation, axis, nan, keepdims } = useStore(desk.store, ({ choice }) => choice);
  const isDisabled = session === null;
  return (
    <div className="controls">
      <Segments
        label="Operation"
        segments={OPERATIONS}
        value={operation}
        isDisabled={isDisabled}
        onChange={(value) => void choose(desk, { operation: value })}
      />
      <Segments
        label="Axis"
        segments={axisSegments(session?.shape.length ?? 2)}
        value={axis}
        isDisabled={isDisabled}
        onChange={(value) => void choose(desk, { axis: value })}
      />
      <Segments
        label="NaN"
        segments={NAN_RULES}
        value={nan}
        isDisabled={isDisabled}
        onChange={(value) => void choose(desk, { nan: value })}
      />
      <CheckBox
        name="keepdims"
        isChecked={keepdims}
        isDisabled={isDisabled}
        onChange={(isChecked) => void choose(desk, { keepdims: isChecked })}
      />
    </div>
  );
}

/** None, then every axis with the direction in which its lanes run on the screen. */
function axisSegments(ndim: number): { value: number | null; name: string; picture?: string }[] {
  const axes = Array.from({ length: ndim }, (_, axis) => {
    const picture = axis === Math.max(0, ndim - 2) ? "↓" : axis === ndim - 1 ? "→" : undefined;
    return { value: axis, name: String(axis), ...(picture === undefined ? {} : { picture }) };
  });
  return [{ value: null, name: "None" }, ...axes];
}
