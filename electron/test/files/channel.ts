import { MessageChannel, type MessagePort } from "node:worker_threads";
import type { Port } from "../../main/files/port.ts";

/** A channel whose near end looks like Electron's `MessagePortMain` and whose far end is the page's, over real messages. */
export function channel(): { readonly port: Port; readonly page: PageEnd } {
  const { port1, port2 } = new MessageChannel();
  return { port: mainEnd(port1), page: new PageEnd(port2) };
}

function mainEnd(port: MessagePort): Port {
  return {
    on: (event: "message" | "close", listener: (event: { readonly data: unknown }) => void) =>
      port.on(event, (data: unknown) => listener({ data })),
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  };
}

/** The page's end: sends, and collects what comes back. */
export class PageEnd {
  readonly #port: MessagePort;
  readonly #replies: unknown[] = [];
  #arrived: () => void = () => {};
  readonly closed: Promise<void>;

  constructor(port: MessagePort) {
    this.#port = port;
    this.closed = new Promise((resolve) => port.on("close", resolve));
    port.on("message", (data: unknown) => {
      this.#replies.push(data);
      this.#arrived();
    });
  }

  send(message: unknown): void {
    this.#port.postMessage(message);
  }

  /** The next replies, in order, as soon as `count` of them are there. */
  async replies(count: number): Promise<unknown[]> {
    while (this.#replies.length < count) await new Promise<void>((resolve) => (this.#arrived = resolve));
    return this.#replies.splice(0, count);
  }

  async ask(message: unknown): Promise<unknown> {
    this.send(message);
    return (await this.replies(1))[0];
  }

  close(): void {
    this.#port.close();
  }
}
