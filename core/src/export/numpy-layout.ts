/** NumPy's print options as they are unless someone changes them (numpy/_core/printoptions.py). */
export const LINE_WIDTH = 75;
const THRESHOLD = 1000;
const EDGE_ITEMS = 3;

/** The text of the element at an index, padded to the width that all elements share. */
export type ElementText = (index: readonly number[]) => string;

/** Whether NumPy leaves out the middle of an array of that many elements. */
export function isSummarised(size: number): boolean {
  return size > THRESHOLD;
}

/** The positions along a dimension that are shown; -1 stands for the gap. */
export function shownPositions(length: number, summarised: boolean): number[] {
  if (!summarised || length <= 2 * EDGE_ITEMS) return Array.from({ length }, (_, position) => position);
  const edge = Array.from({ length: EDGE_ITEMS }, (_, position) => position);
  return [...edge, -1, ...edge.map((position) => length - EDGE_ITEMS + position)];
}

/**
 * The brackets, spaces and line breaks that NumPy puts around the elements of an array of at least one dimension and one
 * element. Lines wrap at 75 characters; above 1,000 elements only three at each end of a dimension are shown.
 *
 * @see numpy/_core/arrayprint.py, _formatArray
 */
export function numpyLayout(shape: readonly number[], elementText: ElementText, around: Around = PRINT): string {
  const size = shape.reduce((product, length) => product * length, 1);
  return nested({ ...around, shape, elementText, summarised: isSummarised(size) }, []);
}

/** What stands around and between the elements: `print` and `repr` differ in it. */
interface Around {
  /** What stands before the first bracket on its line, and behind the last. */
  readonly before: string;
  readonly after: string;
  readonly separator: "," | "";
}

const PRINT: Around = { before: "", after: "", separator: "" };
export const REPR: Around = { before: "array(", after: ")", separator: "," };

interface Layout extends Around {
  readonly shape: readonly number[];
  readonly elementText: ElementText;
  readonly summarised: boolean;
}

function nested(layout: Layout, index: readonly number[]): string {
  const axis = index.length;
  const below = layout.shape.length - axis - 1;
  const positions = shownPositions(layout.shape[axis] ?? 0, layout.summarised);
  // Every bracket opened so far stands to the left, and will be closed to the right.
  const { before, after, separator } = layout;
  const indent = " ".repeat(before.length + axis + 1);
  if (below === 0) {
    const words = positions.map((position) => (position === -1 ? "..." : layout.elementText([...index, position])));
    return `[${wrapped(words, indent, LINE_WIDTH - after.length - axis - 1, `${separator} `)}]`;
  }
  const parts = positions.map((position) => (position === -1 ? "..." : nested(layout, [...index, position])));
  return `[${parts.join(separator + "\n".repeat(below) + indent)}]`;
}

/** Words with a space between, broken where a line would pass `width`; the first line's indent is the opening brackets. */
function wrapped(words: readonly string[], indent: string, width: number, separator: string): string {
  let text = "";
  let line = indent;
  for (const [k, word] of words.entries()) {
    // A word that alone is too long stays: a break before it would not help.
    if (line.length > indent.length && lengthOf(line) + lengthOf(word) > width) {
      text += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += k < words.length - 1 ? `${word}${separator}` : word;
  }
  return (text + line).slice(indent.length);
}

/** Python counts code points. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
