import type { Desk } from "./desk.ts";
import type { DialogState } from "./state.ts";

/** One dialog at a time. */
export function openDialog({ store }: Desk, dialog: DialogState): void {
  store.setState({ dialog });
}

/** Closes that dialog. Another one that took its place meanwhile stays. */
export function closeDialog({ store }: Desk, kind: DialogState["kind"]): void {
  if (store.getState().dialog.kind === kind) store.setState({ dialog: { kind: "none" } });
}
