import type { WebContents } from "electron";

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

  /** One after the other: the protocol has one user at a time. @param id  of the input, a grant's: nothing that needs escaping */
  fill(page: WebContents, id: string, path: string): Promise<void> {
    const filled = this.#before.then(() => fill(page, id, path));
    this.#before = filled.catch(() => undefined);
    return filled;
  }
}

async function fill({ debugger: protocol }: WebContents, id: string, path: string): Promise<void> {
  protocol.attach("1.3");
  try {
    const { root } = await protocol.sendCommand("DOM.getDocument", { depth: 0 });
    const { nodeId } = await protocol.sendCommand("DOM.querySelector", { nodeId: root.nodeId, selector: `input[id="${id}"]` });
    await protocol.sendCommand("DOM.setFileInputFiles", { nodeId, files: [path] });
  } finally {
    protocol.detach();
  }
}
