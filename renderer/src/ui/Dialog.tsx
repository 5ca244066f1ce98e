import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";

/** A modal dialog with its title as its name. Escape and a click beside it close it. */
export function Dialog(props: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { title, isOpen, onClose, children } = props;
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={(isStillOpen) => isStillOpen || onClose()}>
      <Modal className="modal">
        <AriaDialog className="dialog">
          <Heading slot="title">{title}</Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
