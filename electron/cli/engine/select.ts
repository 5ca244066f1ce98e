import { field, NdArray, slice } from "@argscope/core";
import { FormatError } from "@argscope/core/errors.ts";
import type { Selection } from "../command/request.ts";
import { UsageError } from "../command/usage-error.ts";
import type { Labels, Subject } from "./subject.ts";

/**
 * A part of a subject, labels and all.
 *
 * @throws {IndexError} {ValueError} as `slice` and `field`.
 * @throws {UsageError} an index that is none.
 */
export function select(subject: Subject, selection: Selection): Subject {
  return selection.reduce((part, step) => ("field" in step ? fieldOf(part, step.field) : viewOf(part, step.index)), subject);
}

function fieldOf({ array, labels }: Subject, name: string): Subject {
  const part = field(array, name);
  return { array: part, labels: part.shape.map((_, k) => labels[k] ?? null) };
}

function viewOf({ array, labels }: Subject, index: string): Subject {
  const view = indexed(array, index);
  const found: (Labels | null)[] = view.shape.map(() => null);
  labels.forEach((own, dimension) => {
    if (own === null) return;
    // An array that moves in this dimension alone, indexed alike: its strides tell which dimension of the view follows, and how.
    const strides = array.shape.map((_, k) => (k === dimension ? 1 : 0));
    const probe = slice(new NdArray("bool", array.shape, strides, 0, array.data), index);
    const at = probe.strides.findIndex((stride) => stride !== 0);
    const step = probe.strides[at] ?? 0;
    if (at >= 0) found[at] = { ...own, text: (position) => own.text(probe.offset + position * step) };
  });
  return { array: view, labels: found };
}

/** What is no index at all is wrong usage; what does not suit the array is refused as NumPy refuses it. */
function indexed(array: NdArray, index: string): NdArray {
  try {
    return slice(array, index);
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(`--select takes an index such as 'a[:, 2:5]': ${error.message}`);
    throw error;
  }
}
