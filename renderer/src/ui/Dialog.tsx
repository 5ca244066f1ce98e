import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";

/**
 * A modal dialog with its title as its name. Escape and a click beside it close it.
 *
 * The browser's own `dialog`, but not its `showModal`: that makes all the rest of the page inert, for which the browser works
 * out the style of every cell of the grid anew, 40 ms and more on opening and again on closing. The room around the dialog takes
 * the pointer instead, and Tab stays inside.
 */
export function Dialog(props: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { title, isOpen, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    // Both move the focus: into the dialog, and back to where it was.
    if (!isOpen) dialog.current?.close();
    else if (dialog.current !== null) {
      dialog.current.show();
      // Read from its top, wherever the focus went.
      dialog.current.scrollTop = 0;
    }
  }, [isOpen]);

  function onKeyDown(event: KeyboardEvent<HTMLDialogElement>): void {
    if (event.key === "Escape") {
      event.preventDefault();
      onClose();
    } else if (event.key === "Tab") keepInside(event);
  }

  return (
    <div
      className="dialog-room"
      hidden={!isOpen}
      onPointerDown={({ target, currentTarget }) => {
        if (target === currentTarget) onClose();
      }}
    >
      <dialog ref={dialog} className="dialog" aria-labelledby={titleId} aria-modal="true" onKeyDown={onKeyDown}>
        <div className="dialog-content">
          <h2 id={titleId}>{title}</h2>
          {children}
        </div>
      </dialog>
    </div>
  );
}

const STOPS = "a[href], button, input, select, textarea, [tabindex]";

/** From the last stop Tab leads to the first, and back. */
function keepInside(event: KeyboardEvent<HTMLDialogElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.tabIndex >= 0 && !stop.matches(":disabled") && stop.checkVisibility(),
  );
  const [first, last] = [stops[0], stops.at(-1)];
  const end = event.shiftKey ? first : last;
  if (end !== undefined && document.activeElement !== end && event.currentTarget.contains(document.activeElement)) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
