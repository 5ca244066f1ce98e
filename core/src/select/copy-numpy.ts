import type { Dtype } from "../array/dtype.ts";
import { elementOf } from "../array/element.ts";
import { pythonString } from "../array/python-string.ts";
import { UnsupportedError } from "../errors.ts";
import { valueText } from "../export/value-text.ts";
import type { Watch } from "../reduce/watch.ts";
import { type CopyArea, placesOf } from "./copy-area.ts";
import { columnAt, type Plane, positionIn, rowAt, textsOf } from "./plane.ts";
import type { TextSink } from "./text-sink.ts";

/**
 * Writes cells as the line of Python that makes the same array: same shape, same values to the last bit, same dtype (named
 * only where NumPy would not take it by itself). Several rows stand one below the other.
 *
 * @throws {UnsupportedError} numbers together with text, or a dtype that has no literal.
 */
export function writeNumpy(plane: Plane, area: CopyArea, sink: TextSink, watch: Watch): void {
  const columns = [...placesOf(area.columns)].map((place) => columnAt(plane, place));
  const texts = columns.map((column) => textsOf(plane, column));
  if (texts.some((each) => each === undefined) && texts.some((each) => each !== undefined)) {
    throw new UnsupportedError("An array of NumPy holds either numbers or text. Select only columns of one kind.");
  }
  const { dtype, data } = plane.cells;
  const isText = texts[0] !== undefined;
  const literal = isText ? null : literalOf(dtype);
  sink.write("np.array([");
  let isFirst = true;
  for (const place of placesOf(area.rows)) {
    const row = rowAt(plane, place);
    sink.write(isFirst ? "[" : ",\n          [");
    isFirst = false;
    for (const [k, column] of columns.entries()) {
      if (k > 0) sink.write(", ");
      const position = positionIn(plane, row, column);
      sink.write(literal === null ? pythonString(texts[k]?.text(row) ?? "") : literal(valueText(dtype, data, position)));
    }
    sink.write("]");
    watch.count(columns.length);
  }
  sink.write(`]${isText ? "" : dtypeArgument(dtype)})`);
}

/** What turns the text of a value into Python. */
function literalOf(dtype: Dtype): (text: string) => string {
  switch (elementOf(dtype).kind) {
    case "half":
    case "float":
      return floatLiteral;
    case "complex":
      return complexLiteral;
    case "datetime":
    case "str":
      return pythonString;
    case "timedelta":
      return (text) => (text === "NaT" ? "'NaT'" : text);
    case "bytes":
    case "record":
      throw new UnsupportedError(`Argscope does not write ${dtype} as Python text. Save the array as .npy instead.`);
    default:
      return (text) => text;
  }
}

/** A point or an exponent makes a number a float, in Python as in NumPy. */
function floatLiteral(text: string): string {
  if (text === "nan") return "np.nan";
  if (text.endsWith("inf")) return text.replace("inf", "np.inf");
  return /[.e]/u.test(text) ? text : `${text}.0`;
}

/** `1+2j` is a sum of two numbers, which loses the sign of a zero and does not work with nan: those are made from their parts. */
function complexLiteral(text: string): string {
  const parts = /^(-?(?:nan|inf|[\d.]+(?:e[+-]?\d+)?))([+-](?:nan|inf|[\d.]+(?:e[+-]?\d+)?))j$/u.exec(text);
  const [re, im] = [parts?.[1] ?? "0", (parts?.[2] ?? "0").replace("+", "")];
  const isPlain = ![re, im].some((part) => /nan|inf/u.test(part) || part === "-0");
  return isPlain ? text : `complex(${floatLiteral(re)}, ${floatLiteral(im)})`;
}

/** NumPy makes int64, float64, complex128, bool and text by itself. */
function dtypeArgument(dtype: Dtype): string {
  if (["int64", "float64", "complex128", "bool", "intp"].includes(dtype)) return "";
  if (dtype.startsWith("str")) return `, dtype='<U${dtype.slice(3)}'`;
  return /[[]/u.test(dtype) ? `, dtype='${dtype}'` : `, dtype=np.${dtype}`;
}
