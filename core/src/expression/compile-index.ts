import { ExpressionError, type Span } from "./expression-error.ts";
import { printExpression } from "./print.ts";
import type { ViewStep } from "./program.ts";
import type { Entry, Expression } from "./syntax.ts";
import { isNumpy } from "./values.ts";

const NOT_A_VIEW = "only whole numbers, slices, ... and np.newaxis give a view";

/**
 * The step that an index is, as the text that `slice` takes. Floats and text pass: NumPy has its own words for them.
 *
 * @throws {ExpressionError} an entry is a list, a boolean or another array.
 */
export function sliceStep(entries: readonly Entry[], { start, end }: Span): ViewStep {
  const onlyIntegers = entries.every((entry) => entry.kind === "at" && entry.value.kind === "int");
  return { kind: "slice", index: entries.map(entryText).join(", "), onlyIntegers, start, end };
}

function entryText(entry: Entry): string {
  if (entry.kind === "ellipsis") return "...";
  if (entry.kind === "at") return boundText(entry.value);
  const bound = (part: Expression | null) => (part === null ? "" : boundText(part));
  return `${bound(entry.from)}:${bound(entry.to)}${entry.step === null ? "" : `:${bound(entry.step)}`}`;
}

function boundText(value: Expression): string {
  switch (value.kind) {
    case "int":
    case "str":
      return printExpression(value);
    case "float":
      // The value plays no part in the refusal, and infinity has no text that every reader takes.
      return "0.5";
    case "none":
      return "None";
    case "list":
    case "tuple":
      throw new ExpressionError(`Argscope takes no list as an index: ${NOT_A_VIEW}.`, value);
    case "bool":
      throw new ExpressionError(`Argscope takes no boolean as an index: ${NOT_A_VIEW}.`, value);
    default:
      if (isNewaxis(value)) return "None";
      throw new ExpressionError(`This is no index: ${NOT_A_VIEW}.`, value);
  }
}

function isNewaxis(value: Expression): boolean {
  if (value.kind === "name") return value.name === "newaxis";
  return value.kind === "attribute" && value.name === "newaxis" && isNumpy(value.target);
}
