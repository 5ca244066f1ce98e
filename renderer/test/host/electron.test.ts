import type { Bridge, Grant, PortArrival } from "@argscope/core/contract/bridge.ts";
import { failed, ok, type Result } from "@argscope/core/contract/result.ts";
import type { Source } from "@argscope/core/contract/worker.ts";
import { AccessError } from "@argscope/core/errors.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { electronHost } from "../../src/host/electron.ts";
import type { Host } from "../../src/host/host.ts";

const gone = failed(new AccessError("rain.csv is not there any more.").toFault());
const grant: Grant = { id: "g1", name: "rain.csv", size: 12 };

let page: EventTarget;
let requested: (request: Result<Grant>) => void;
let bridge: Bridge;
let host: Host;

beforeEach(() => {
  page = new EventTarget();
  bridge = {
    pickFile: async () => ok(grant),
    connectGrant: async (id) => arrive({ port: "read", id }),
    pickDestination: async (name) => ok({ id: "d1", name: `${name} chosen` }),
    connectDestination: async (id) => arrive({ port: "write", id }),
    onOpenRequest(listener) {
      requested = listener;
    },
    pageReady: async () => ok(null),
  };
  host = electronHost(bridge, page as Window);
});

/** What preload posts to the window, with its port. */
function arrive(data: PortArrival, source: unknown = page): Result<null> {
  const { port1 } = new MessageChannel();
  const event = Object.assign(new Event("message"), { source, data, ports: [port1] });
  page.dispatchEvent(event);
  return ok(null);
}

describe("the desktop application as host", () => {
  it("makes a granted file a source that is read through its port", async () => {
    const picked = await host.pickSource();
    expect(picked).toMatchObject({ ok: true, value: { kind: "port", name: "rain.csv", size: 12 } });
  });

  it("finds the port whether it comes before or after main's answer", async () => {
    bridge.connectGrant = async (id) => {
      setTimeout(() => arrive({ port: "read", id }), 5);
      return ok(null);
    };
    expect((await host.pickSource()).ok).toBe(true);
  });

  it("takes only the port that it asked for", async () => {
    bridge.connectGrant = async (id) => {
      arrive({ port: "write", id });
      arrive({ port: "read", id: "another" });
      arrive({ port: "read", id }, "another window");
      setTimeout(() => arrive({ port: "read", id }), 5);
      return ok(null);
    };
    let isThere = false;
    const picking = host.pickSource().then(() => {
      isThere = true;
    });
    await new Promise((resolve) => setTimeout(resolve));
    expect(isThere).toBe(false);
    await picking;
  });

  it("says that the dialog was closed, and why a file cannot be had", async () => {
    bridge.pickFile = async () => ok(null);
    expect(await host.pickSource()).toEqual(ok(null));
    bridge.pickFile = async () => gone;
    expect(await host.pickSource()).toEqual(gone);
    bridge.pickFile = async () => ok(grant);
    bridge.connectGrant = async () => gone;
    expect(await host.pickSource()).toEqual(gone);
  });

  it("makes a destination a name and a port", async () => {
    expect(await host.pickDestination("out.csv")).toMatchObject({ ok: true, value: { name: "out.csv chosen" } });
    bridge.pickDestination = async () => ok(null);
    expect(await host.pickDestination("out.csv")).toEqual(ok(null));
  });

  it("hands on what the outside asks to open, or why it cannot be", async () => {
    const heard: Result<Source>[] = [];
    host.onOpenRequest((request) => heard.push(request));
    requested(ok(grant));
    requested(gone);
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard).toContainEqual(gone);
    expect(heard).toHaveLength(2);
    expect(heard.find(({ ok: isOk }) => isOk)).toMatchObject({ value: { name: "rain.csv" } });
  });
});
