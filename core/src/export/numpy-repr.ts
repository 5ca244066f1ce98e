import type { NdArray } from "../array/ndarray.ts";
import { elementText } from "./numpy-element.ts";
import { isSummarised, LINE_WIDTH, numpyLayout, REPR } from "./numpy-layout.ts";
import { offsetOf, shownOffsets } from "./numpy-text.ts";

/**
 * Indices (intp) as Python shows them inside a tuple: `array([0, 1, 1])`, and `np.int64(5)` for 0-d.
 *
 * @see numpy/_core/arrayprint.py, _array_repr_implementation
 */
export function indicesRepr(a: NdArray): string {
  const { dtype, data, shape, size } = a;
  if (shape.length === 0) return `np.int64(${data[a.offset]})`;
  const lengths = `shape=(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
  if (size === 0) return `array([], ${shape.length === 1 ? "" : `${lengths}, `}dtype=int64)`;
  const textAt = elementText(dtype, data, shownOffsets(a));
  const text = REPR.before + numpyLayout(shape, (index) => textAt(offsetOf(a, index)), REPR);
  if (!isSummarised(size)) return text + REPR.after;
  const lastLine = text.length - text.lastIndexOf("\n") - 1;
  // The comma, a space and the closing bracket belong to the line too.
  const isTooLong = lastLine + lengths.length + 3 > LINE_WIDTH;
  return `${text},${isTooLong ? `\n${" ".repeat(REPR.before.length)}` : " "}${lengths}${REPR.after}`;
}
