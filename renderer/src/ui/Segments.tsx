import { type ReactNode, useId } from "react";

export interface Segment<T> {
  readonly value: T;
  /** The accessible name, which is also what is written unless there is a `picture`. */
  readonly name: string;
  /** Drawn behind the name. */
  readonly picture?: ReactNode;
  readonly tone?: string;
}

/**
 * A choice of one out of a few, side by side. Native radios: arrow keys, focus and forms work as everywhere. The input lies
 * over its whole segment, so that a click anywhere on it is a click on the input.
 */
export function Segments<T extends string | number | null>(props: {
  readonly label: string;
  readonly segments: readonly Segment<T>[];
  readonly value: T;
  readonly isDisabled?: boolean;
  readonly onChange: (value: T) => void;
}) {
  const { label, segments, value, isDisabled = false, onChange } = props;
  const group = useId();
  return (
    <div className="field">
      <span className="caption" aria-hidden="true">
        {label}
      </span>
      <div role="radiogroup" aria-label={label} className="segments">
        {segments.map(({ value: own, name, picture, tone }) => (
          <label key={name} className="segment" data-tone={tone}>
            <input
              type="radio"
              name={group}
              aria-label={name}
              checked={own === value}
              disabled={isDisabled}
              onChange={() => onChange(own)}
            />
            <span>{name}</span>
            {picture !== undefined && (
              <span className="picture" aria-hidden="true">
                {picture}
              </span>
            )}
          </label>
        ))}
      </div>
    </div>
  );
}
