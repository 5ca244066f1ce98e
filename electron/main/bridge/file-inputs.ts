import type { WebContents } from "electron";

/** A page that has not taken a file in this time reads it through its port. In milliseconds. */
const PATIENCE = 2000;

/** The part of a page that is needed here. */
type Page = { readonly debugger: Pick<WebContents["debugger"], "attach" | "detach" | "sendCommand"> };

/**
 * Puts files into file inputs of the page, as if the person had chosen them there.
 *
 * What crosses a port is copied four times, and each time into new memory. A file of the page's own comes by Chromium's way
 * for blobs, with a quarter of the work; and only its debugging protocol can give it one that was not chosen in the page.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/DOM/#method-setFileInputFiles
 */
export class FileInputs {
  #before: Promise<unknown> = Promise.resolve();

  /**
   * One after the other: the protocol has one user at a time.
   *
   * @param id  of the input, a grant's: nothing that needs escaping
   * @throws {Error} the protocol is not to be had, or the page does not answer.
   */
  fill(page: Page, id: string, path: string): Promise<void> {
    const filled = this.#before.then(() => fill(page, id, path));
    this.#before = filled.catch(() => undefined);
    return filled;
  }
}

async function fill({ debugger: protocol }: Page, id: string, path: string): Promise<void> {
  protocol.attach("1.3");
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, PATIENCE, new Error("The page did not take the file in time."));
  });
  try {
    await Promise.race([put(protocol, id, path), late]);
  } finally {
    clearTimeout(timer);
    protocol.detach();
  }
}

async function put(protocol: Page["debugger"], id: string, path: string): Promise<void> {
  const { root } = await protocol.sendCommand("DOM.getDocument", { depth: 0 });
  const { nodeId } = await protocol.sendCommand("DOM.querySelector", { nodeId: root.nodeId, selector: `input[id="${id}"]` });
  await protocol.sendCommand("DOM.setFileInputFiles", { nodeId, files: [path] });
}
