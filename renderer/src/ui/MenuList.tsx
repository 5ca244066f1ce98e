import { type KeyboardEvent, useLayoutEffect, useRef } from "react";

export interface MenuItem {
  readonly id: string;
  readonly name: string;
  /** Named behind the item. */
  readonly keys: string | null;
  readonly isEnabled: boolean;
  readonly startsSection: boolean;
}

const LEAVING = ["pointerdown", "wheel", "blur"] as const;

/**
 * A menu at a point of the window, above all else. A press elsewhere, the wheel and Escape close it; the arrows, Home, End and
 * first letters move in it.
 *
 * Not a popover of the kind "auto": where the right button opens it when it goes down, coming up again would close it.
 */
export function MenuList(props: {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Where its corner is to be, in px from that of the window. It stays inside the window. */
  readonly x: number;
  readonly y: number;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { label, items, x, y, onChoose, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const before = document.activeElement;
    element.showPopover();
    const { offsetWidth, offsetHeight } = element;
    element.style.left = `${Math.max(4, Math.min(x, innerWidth - offsetWidth - 4))}px`;
    element.style.top = `${Math.max(4, Math.min(y, innerHeight - offsetHeight - 4))}px`;
    itemsOf(element)[0]?.focus();
    const leave = ({ target }: Event): void => {
      if (!(target instanceof Node) || !element.contains(target)) close.current();
    };
    for (const type of LEAVING) addEventListener(type, leave, { capture: true });
    return () => {
      for (const type of LEAVING) removeEventListener(type, leave, { capture: true });
      if (before instanceof HTMLElement && before.isConnected && element.contains(document.activeElement)) before.focus();
    };
  }, [x, y]);
  return (
    <div
      ref={menu}
      className="menu"
      role="menu"
      aria-label={label}
      popover="manual"
      onKeyDown={(event) => {
        if (event.key === "Escape" || event.key === "Tab") onClose();
        moveIn(event);
      }}
      onContextMenu={(event) => event.preventDefault()}
    >
      {items.map(({ id, name, keys, isEnabled, startsSection }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className="menu-item"
          data-section={startsSection ? "" : undefined}
          aria-disabled={!isEnabled}
          aria-keyshortcuts={keys?.replaceAll("Ctrl", "Control")}
          onClick={() => {
            if (isEnabled) onChoose(id);
          }}
          onPointerEnter={({ currentTarget }) => currentTarget.focus()}
        >
          <span>{name}</span>
          {keys !== null && <span className="keys">{keys}</span>}
        </button>
      ))}
    </div>
  );
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
}

function moveIn(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsOf(event.currentTarget);
  const now = items.indexOf(document.activeElement as HTMLElement);
  const next = targetOf(event.key, items, now);
  // Nothing of the page behind the menu hears its keys.
  event.stopPropagation();
  if (event.key === "Tab") event.preventDefault();
  if (next === null) return;
  event.preventDefault();
  next.focus();
}

function targetOf(key: string, items: readonly HTMLElement[], now: number): HTMLElement | null {
  if (key === "ArrowDown") return items[(now + 1) % items.length] ?? null;
  if (key === "ArrowUp") return items[(now - 1 + items.length) % items.length] ?? null;
  if (key === "Home") return items[0] ?? null;
  if (key === "End") return items.at(-1) ?? null;
  if (key.length !== 1 || key === " ") return null;
  const behind = [...items.slice(now + 1), ...items.slice(0, now + 1)];
  return behind.find((item) => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase())) ?? null;
}
