/** The part of Electron's `MessagePortMain` that serving a file needs. Messages come from the page: their shape is checked. */
export interface Port {
  on(event: "message", listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: "close", listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}
