/** The character that a key writes; undefined: it writes none. */
export function characterOf(event: KeyboardEvent): string | undefined {
  const isShortcut = (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState("AltGraph");
  return event.key.length === 1 && !isShortcut ? event.key : undefined;
}
