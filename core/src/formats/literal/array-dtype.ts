import type { Dtype } from "../../array/dtype.ts";
import { UnsupportedError } from "../../errors.ts";
import type { Literal } from "./literal.ts";

/** A dtype while it is found out: what the elements so far have in common. */
type Found = "bool" | "int64" | "uint64" | "float64" | { readonly width: number };

/** Characters that NumPy allows for a value of that dtype in an array of text (numpy/_core/src/multiarray/convert_datatype.c). */
const TEXT_WIDTH = { bool: 5, int64: 21, uint64: 20, float64: 32 } as const;

/**
 * The dtype that `np.array` chooses for a literal: the elements' dtypes promoted one after the other, in their order, which
 * can matter (`[-1, 2**63, "a"]` goes by way of float64). Nothing but empty lists: float64.
 *
 * @throws {UnsupportedError} np.array would make an array of objects of it.
 */
export function literalDtype(literal: Literal): Dtype {
  const found = promoteAll(null, literal) ?? "float64";
  return typeof found === "object" ? `str${Math.max(1, found.width)}` : found;
}

function promoteAll(before: Found | null, literal: Literal): Found | null {
  if (literal.kind === "list" || literal.kind === "tuple") return literal.items.reduce(promoteAll, before);
  const own = elementDtype(literal);
  return before === null ? own : promote(before, own);
}

function elementDtype(literal: Literal): Found {
  switch (literal.kind) {
    case "bool":
      return "bool";
    case "int":
      if (BigInt.asIntN(64, literal.value) === literal.value) return "int64";
      if (BigInt.asUintN(64, literal.value) === literal.value) return "uint64";
      throw new UnsupportedError(`${literal.value} does not fit into 64 bits; NumPy would make an array of objects.`);
    case "float":
      return "float64";
    case "str":
      return { width: [...literal.value].length };
    default:
      throw new UnsupportedError(
        `${literal.kind === "none" ? "None" : "A dict"} among the elements makes an array of objects, which Argscope does not take.`,
      );
  }
}

function promote(a: Found, b: Found): Found {
  if (typeof a === "object" || typeof b === "object") return { width: Math.max(textWidth(a), textWidth(b)) };
  if (a === b || b === "bool") return a;
  if (a === "bool") return b;
  // int64 with uint64 has no common integer dtype; whatever else is left has a float64 in it.
  return "float64";
}

function textWidth(found: Found): number {
  return typeof found === "object" ? found.width : TEXT_WIDTH[found];
}
