import type { Bridge, Destination, Grant, PortArrival } from "@argscope/core/contract/bridge.ts";
import { ok, type Result } from "@argscope/core/contract/result.ts";
import type { PortLike, Source } from "@argscope/core/contract/worker.ts";
import { handedFile } from "./handed-file.ts";
import type { Host, Originals, Target } from "./host.ts";
import { portArrivals } from "./ports.ts";

/** Bytes of a file from which on holding it is worth the milliseconds that it takes. */
const WORTH_HOLDING = 1 << 20;

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
    const source = { kind: "port", name, size, port: connected.value, grant: id } as const;
    const file = size < WORTH_HOLDING ? null : await handedFile(bridge, page.document, id);
    return ok(file === null ? source : { ...source, file });
  }

  async function target({ id, name }: Destination): Promise<Result<Target>> {
    const connected = await connect("write", id);
    return connected.ok ? ok({ id, name, port: connected.value }) : connected;
  }

  const originals: Originals = {
    grantOf: (file) => bridge.grantFile(file),
    fateOf: (grant) => bridge.fateOf(grant),
    async choose(grant) {
      const destination = await bridge.chooseOriginal(grant);
      return destination.ok ? target(destination.value) : destination;
    },
  };

  return {
    originals,
    async reread({ id }) {
      if (id === undefined) return null;
      const grant = await bridge.grantWritten(id);
      return grant.ok ? granted(grant.value) : grant;
    },
    closeWindow: () => page.close(),
    async pickSource() {
      const grant = await bridge.pickFile();
      return grant.ok && grant.value !== null ? granted(grant.value) : (grant as Result<null>);
    },
    async pickDestination(suggestedName) {
      const destination = await bridge.pickDestination(suggestedName);
      if (!destination.ok) return destination;
      return destination.value === null ? ok(null) : target(destination.value);
    },
    recent: {
      list: () => bridge.recentFiles(),
      async source(id) {
        const grant = await bridge.openRecent(id);
        return grant.ok ? granted(grant.value) : grant;
      },
      clear: () => bridge.clearRecent(),
    },
    async availableMemory() {
      const said = await bridge.availableMemory();
      return said.ok ? said.value : null;
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
