import { type ReactNode, useEffect, useId, useRef } from "react";

/**
 * A modal dialog with its title as its name. Escape and a click beside it close it.
 *
 * The browser's own `dialog`: it keeps the focus, makes the rest of the page inert, and its parts are in the page before
 * it opens, so that opening it is one short task.
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
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onClose={onClose}
      onPointerDown={({ target }) => {
        // Of the dialog itself only the room around its content can be hit: the backdrop.
        if (target === dialog.current) onClose();
      }}
    >
      <div className="dialog-content">
        <h2 id={titleId}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
