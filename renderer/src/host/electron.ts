import type { Bridge, Grant, PortArrival } from "@argscope/core/contract/bridge.ts";
import { ok, type Result } from "@argscope/core/contract/result.ts";
import type { PortLike, Source } from "@argscope/core/contract/worker.ts";
import type { Host } from "./host.ts";
import { portArrivals } from "./ports.ts";

/** The desktop application: main grants, and the bytes come and go through ports that preload hands over. */
export function electronHost(bridge: Bridge, page: Window): Host {
  const arrival = portArrivals(page);

  /** Asks main for a port and waits until it is there. */
  async function connect(port: PortArrival["port"], id: string): Promise<Result<PortLike>> {
    const arriving = arrival(port, id);
    const asked = await (port === "read" ? bridge.connectGrant(id) : bridge.connectDestination(id));
    if (!asked.ok) {
      arriving.forget();
      return asked;
    }
    return ok((await arriving.port) as PortLike);
  }

  async function granted({ id, name, size }: Grant): Promise<Result<Source>> {
    const connected = await connect("read", id);
    if (!connected.ok) return connected;
    return ok({ kind: "port", name, size, port: connected.value });
  }

  return {
    async pickSource() {
      const grant = await bridge.pickFile();
      return grant.ok && grant.value !== null ? granted(grant.value) : (grant as Result<null>);
    },
    async pickDestination(suggestedName) {
      const destination = await bridge.pickDestination(suggestedName);
      if (!destination.ok) return destination;
      if (destination.value === null) return ok(null);
      const { id, name } = destination.value;
      const connected = await connect("write", id);
      return connected.ok ? ok({ name, port: connected.value }) : connected;
    },
    onOpenRequest(listener) {
      bridge.onOpenRequest((request) => {
        if (request.ok) void granted(request.value).then(listener);
        else listener(request);
      });
    },
    pageReady: () => void bridge.pageReady(),
  };
}
