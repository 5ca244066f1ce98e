const SYMBOLS: Readonly<Record<string, string>> = {
  Up: "↑",
  Down: "↓",
  Left: "←",
  Right: "→",
  Plus: "+",
  Minus: "−",
  ContextMenu: "Menu",
};

/** Keys as they are written in a menu: `Ctrl+Shift+C`, `Alt+↓`. */
export function keyText(keys: string): string {
  return keys
    .split("+")
    .map((part) => SYMBOLS[part] ?? part)
    .join("+");
}
