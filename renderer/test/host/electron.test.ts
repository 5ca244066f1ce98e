import type { Bridge, Grant, PortArrival } from "@argscope/core/contract/bridge.ts";
import { failed, ok, type Result } from "@argscope/core/contract/result.ts";
import type { PortLike, Source } from "@argscope/core/contract/worker.ts";
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
    recentFiles: async () => ok([{ id: "r1", name: "old.csv", problem: null }]),
    openRecent: async (id) => (id === "r1" ? ok(grant) : gone),
    clearRecent: async () => ok(null),
    availableMemory: async () => ok(8e9),
    connectGrant: async (id) => arrive({ port: "read", id }),
    handFile: async () => gone,
    pickDestination: async (name) => ok({ id: "d1", name: `${name} chosen` }),
    grantFile: async () => ok({ ...grant, id: "g2" }),
    fateOf: async (id) => (id === "g1" ? ok("same") : gone),
    chooseOriginal: async (id) => ok({ id: `over ${id}`, name: "rain.csv" }),
    grantWritten: async (id) => ok({ ...grant, id: `written ${id}` }),
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

describe("writing over a file that was opened", () => {
  it("knows a source by its grant, and writes over it through a port", async () => {
    expect(await host.pickSource()).toMatchObject({ value: { grant: "g1" } });
    const target = await host.originals?.choose("g1");
    expect(target).toMatchObject({ ok: true, value: { id: "over g1", name: "rain.csv" } });
    expect(await host.originals?.fateOf("g1")).toEqual(ok("same"));
    expect(await host.originals?.fateOf("g9")).toBe(gone);
  });

  it("reads what was written from there", async () => {
    const { port1 } = new MessageChannel();
    const port = port1 as unknown as PortLike;
    expect(await host.reread({ id: "d1", name: "new.csv", port })).toMatchObject({ value: { grant: "written d1", size: 12 } });
    expect(await host.reread({ name: "no file of main's", port })).toBeNull();
  });

  it("has a grant for a file that was dropped", async () => {
    const file = { size: 12, slice: () => new Blob([]) };
    expect(await host.originals?.grantOf(file)).toMatchObject({ ok: true, value: { id: "g2" } });
  });
});

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

  it("opens a file of those that were opened last", async () => {
    expect(await host.recent?.list()).toMatchObject({ ok: true, value: [{ name: "old.csv" }] });
    expect(await host.recent?.source("r1")).toMatchObject({ ok: true, value: { kind: "port", name: "rain.csv" } });
    expect(await host.recent?.source("r2")).toEqual(gone);
  });

  it("says how much memory the machine has left", async () => {
    expect(await host.availableMemory()).toBe(8e9);
    bridge.availableMemory = async () => gone;
    expect(await host.availableMemory()).toBeNull();
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
