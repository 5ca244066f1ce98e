import { useState } from "react";

/** Where the grid stands along one dimension: dragged, typed or played. */
export function AxisSlider(props: {
  readonly name: string;
  readonly length: number;
  readonly position: number;
  readonly isPlaying: boolean;
  readonly onMove: (position: number) => void;
  readonly onPlay: () => void;
}) {
  const { name, length, position, isPlaying, onMove, onPlay } = props;
  // What is being typed need not be a position yet.
  const [typed, setTyped] = useState<string | null>(null);
  const last = Math.max(0, length - 1);
  return (
    <div className="axis-slider">
      <span className="caption" aria-hidden="true">
        {name}
      </span>
      <input
        type="range"
        aria-label={`Slice along ${name}`}
        min={0}
        max={last}
        value={position}
        disabled={length < 2}
        onChange={({ target }) => onMove(target.valueAsNumber)}
      />
      <input
        type="number"
        className="code"
        aria-label={`Position along ${name}`}
        min={0}
        max={last}
        value={typed ?? position}
        onChange={({ target }) => {
          setTyped(target.value);
          onMove(target.valueAsNumber);
        }}
        onBlur={() => setTyped(null)}
      />
      <span className="caption">of {length}</span>
      <button
        type="button"
        className="button quiet"
        aria-label={`${isPlaying ? "Stop" : "Play"} along ${name}`}
        title={`${isPlaying ? "Stop" : "Play"} along ${name}`}
        disabled={length < 2}
        onClick={onPlay}
      >
        {isPlaying ? "■" : "▶"}
      </button>
    </div>
  );
}
