import type { PortArrival } from "@argscope/core/contract/bridge.ts";

export interface Arriving {
  readonly port: Promise<MessagePort>;
  /** The port will not come. */
  forget(): void;
}

/**
 * Listens for the ports that preload posts to the window. A port may come before or after main's answer, so waiting starts
 * before asking.
 */
export function portArrivals(page: Window): (port: PortArrival["port"], id: string) => Arriving {
  const waiting = new Map<string, (port: MessagePort) => void>();
  page.addEventListener("message", ({ source, data, ports }: MessageEvent<Partial<PortArrival> | null>) => {
    const port = ports[0];
    if (source !== page || port === undefined) return;
    waiting.get(`${data?.port} ${data?.id}`)?.(port);
  });
  return (kind, id) => {
    const key = `${kind} ${id}`;
    return {
      port: new Promise((resolve) => {
        waiting.set(key, (port) => {
          waiting.delete(key);
          resolve(port);
        });
      }),
      forget: () => void waiting.delete(key),
    };
  };
}
