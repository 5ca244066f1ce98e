import { expect, test } from "../room.ts";

test("the page is cross-origin isolated and has no door to Node", async ({ room }) => {
  const seen = await room.page.evaluate(() => ({
    isolated: crossOriginIsolated,
    require: "require" in globalThis,
    process: "process" in globalThis,
    module: "module" in globalThis,
    bridge: Object.keys((globalThis as unknown as { argscope?: object }).argscope ?? {}).toSorted(),
  }));
  expect(seen).toEqual({
    isolated: true,
    require: false,
    process: false,
    module: false,
    bridge: [
      "availableMemory",
      "chooseOriginal",
      "clearRecent",
      "connectDestination",
      "connectGrant",
      "fateOf",
      "grantFile",
      "grantWritten",
      "handFile",
      "onOpenRequest",
      "openRecent",
      "pageReady",
      "pickDestination",
      "pickFile",
      "recentFiles",
    ],
  });
});

test("nothing reaches the network, whatever the page tries", async ({ room }) => {
  room.excuse(/Content Security Policy|ERR_BLOCKED_BY|ERR_FAILED|Failed to load resource|WebSocket/u);
  const attempts = await room.page.evaluate(async () => {
    const url = "http://127.0.0.1:9/";
    const outcome = async (attempt: () => Promise<unknown>): Promise<string> => {
      try {
        await attempt();
        return "went through";
      } catch {
        return "refused";
      }
    };
    const loads = (element: HTMLElement & { src?: string }, address: string): Promise<unknown> =>
      new Promise((resolve, reject) => {
        element.addEventListener("load", resolve);
        element.addEventListener("error", reject);
        element.src = address;
        document.body.append(element);
      });
    return {
      fetch: await outcome(() => fetch(url)),
      image: await outcome(() => loads(new Image(), `${url}a.png`)),
      script: await outcome(() => loads(document.createElement("script"), `${url}a.js`)),
      socket: await outcome(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket("ws://127.0.0.1:9/");
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
      ),
      eval: await outcome(async () => new Function("return 1")()),
      window: window.open(url) === null ? "refused" : "went through",
    };
  });
  expect(attempts).toEqual({
    fetch: "refused",
    image: "refused",
    script: "refused",
    socket: "refused",
    eval: "refused",
    window: "refused",
  });
});

test("a file of the disk is not served to the page", async ({ room }) => {
  room.excuse(/Content Security Policy|Failed to load resource|Not allowed to load|ERR_/u);
  const answers = await room.page.evaluate(async () => {
    const status = async (address: string): Promise<number | string> => {
      try {
        return (await fetch(address)).status;
      } catch {
        return "refused";
      }
    };
    return [await status("../../package.json"), await status("/..%2f..%2fpackage.json"), await status("file:///etc/hostname")];
  });
  for (const answer of answers) expect([404, 403, 400, "refused"]).toContain(answer);
});
