/** The options as they were given, each at most once: a value, or `true` for a switch. */
export type Given = ReadonlyMap<string, string | true>;

export function textOf(given: Given, name: string): string | undefined {
  const value = given.get(name);
  return value === true ? undefined : value;
}
