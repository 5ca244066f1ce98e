/** Which dimensions rows and columns run along. */
interface Mapping {
  readonly rowAxis: number;
  readonly columnAxis: number;
}

/** An array as its mapping is remembered by. */
interface Known {
  readonly name: string;
  readonly shape: readonly number[];
}

const KEY = "argscope.mappings";
/** The ones that were changed last. */
const MOST = 64;

/** The mapping that was last chosen for a file of this name and shape; null where none was. */
export function mappingFor(array: Known): Mapping | null {
  const found = remembered().find(([key]) => key === keyOf(array))?.[1];
  if (found === undefined) return null;
  const { rowAxis, columnAxis } = found;
  const isAxis = (axis: unknown): boolean =>
    Number.isInteger(axis) && (axis as number) >= 0 && (axis as number) < array.shape.length;
  return isAxis(rowAxis) && isAxis(columnAxis) && rowAxis !== columnAxis ? { rowAxis, columnAxis } : null;
}

export function rememberMapping(array: Known, mapping: Mapping): void {
  const key = keyOf(array);
  const others = remembered().filter(([each]) => each !== key);
  try {
    storage()?.setItem(KEY, JSON.stringify([[key, mapping], ...others].slice(0, MOST)));
  } catch {
    // A full or forbidden store: the mapping holds while the window is open.
  }
}

function keyOf({ name, shape }: Known): string {
  return `${name} ${shape.join("x")}`;
}

/** What is stored may be anyone's: an entry that is none is left out. */
function remembered(): readonly (readonly [string, Mapping])[] {
  try {
    const read: unknown = JSON.parse(storage()?.getItem(KEY) ?? "[]");
    return Array.isArray(read) ? read.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is [string, Mapping] {
  return Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "object" && entry[1] !== null;
}

/** There is none in tests, and none where the page may not store. */
function storage(): Storage | null {
  return typeof localStorage === "undefined" ? null : localStorage;
}
