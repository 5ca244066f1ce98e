import type { CopyFormat, TextBlob } from "@argscope/core/contract/selecting.ts";
import { disjoint } from "@argscope/core/select/range.ts";
import type { Desk } from "./desk.ts";
import { planeIn } from "./plane.ts";
import { rangesShown } from "./selected.ts";
import { settling } from "./selecting.ts";

/** What is on its way to the clipboard, or was put there last from the present selection. */
export type Copying =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly progress: number }
  | { readonly kind: "done"; readonly rows: number; readonly columns: number; readonly format: CopyFormat };

/** Where text goes. The clipboard takes the worker's blob, so that no long text is made on the page's thread. */
export type WriteClipboard = (text: TextBlob) => Promise<void>;

const writeClipboard: WriteClipboard = (text) => navigator.clipboard.write([new ClipboardItem({ "text/plain": text as Blob })]);

/** Copies what is selected, as it is shown. @returns whether it is on the clipboard. */
export async function copySelection(desk: Desk, format: CopyFormat, write: WriteClipboard = writeClipboard): Promise<boolean> {
  const way = settling(desk);
  if (way !== undefined) await way;
  const { store, engine } = desk;
  const state = store.getState();
  const plane = planeIn(desk, state);
  const { selected } = state;
  const ranges = plane === null ? [] : disjoint(rangesShown(selected, plane));
  if (plane === null || ranges.length === 0) return false;
  const isCurrent = (): boolean => store.getState().selected === selected;
  store.setState({ copying: { kind: "running", progress: 0 } });
  const takes = { plane: plane.shared, ranges, format };
  const progress = (thousandths: number): void => {
    if (isCurrent()) store.setState({ copying: { kind: "running", progress: thousandths } });
  };
  const answer = await engine.ask("copy", takes, { replaces: true, progress });
  if (!answer.ok) {
    if (isCurrent()) store.setState({ copying: { kind: "idle" } });
    if (answer.fault.tag !== "Cancelled") refuse(desk, answer.fault.message);
    return false;
  }
  const { text, rows, columns } = answer.value;
  try {
    await write(text);
    if (isCurrent()) store.setState({ copying: { kind: "done", rows, columns, format } });
    return true;
  } catch (error) {
    if (isCurrent()) store.setState({ copying: { kind: "idle" } });
    refuse(
      desk,
      `Nothing was copied: the system's clipboard did not take it (${error instanceof Error ? error.message : error}).`,
    );
    return false;
  }
}

export function cancelCopying({ store, engine }: Desk): void {
  engine.cancel("copy");
  store.setState({ copying: { kind: "idle" } });
}

function refuse({ store }: Desk, text: string): void {
  store.setState({ notice: { tone: "error", text, action: null } });
}
