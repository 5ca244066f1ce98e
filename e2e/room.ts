import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, test as base, chromium, type ElectronApplication, type Page } from "@playwright/test";
import { servePage } from "./page-server.ts";

/** Where the page runs: Electron from the build, Electron from the package, or a plain browser. */
export type RoomKind = "electron" | "packaged" | "browser";

/** One window of Argscope, driven from outside, and the two places where a room differs: choosing a file and saving one. */
export interface Room {
  readonly kind: RoomKind;
  readonly page: Page;
  /** The main process; none in a browser. */
  readonly app: ElectronApplication | null;
  /** The person presses Open and picks `path`. */
  pick(path: string): Promise<void>;
  /** Complaints of the page that the test provokes on purpose; any other one fails it. */
  excuse(pattern: RegExp): void;
  /** The person does what asks for a place to save, and picks one: the file's path once it is whole. */
  save(name: string, action: () => Promise<void>): Promise<string>;
}

interface Options {
  kind: RoomKind;
}

interface Fixtures {
  /** A folder of the test's own, gone afterwards. */
  folder: string;
  /** What the program is started with, behind its own name. */
  args: readonly string[];
  room: Room;
}

const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export const test = base.extend<Fixtures & Options>({
  kind: ["electron", { option: true }],
  args: [[], { option: true }],
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "argscope-e2e-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  room: async ({ kind, args, folder }, use) => {
    const complaints = new Complaints();
    const { room, close } =
      kind === "browser" ? await browserRoom(complaints) : await electronRoom(kind, args, folder, complaints);
    await use(room);
    await close();
    complaints.refuse();
  },
});

export { expect } from "@playwright/test";

/** Errors that the page reports by itself. None is expected but those that a test provokes. */
class Complaints {
  readonly #heard: string[] = [];
  readonly #excused: RegExp[] = [];

  listen(page: Page): void {
    page.on("pageerror", (error) => this.#heard.push(`page error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.#heard.push(`console: ${message.text()}`);
    });
  }

  excuse(pattern: RegExp): void {
    this.#excused.push(pattern);
  }

  refuse(): void {
    const left = this.#heard.filter((text) => !this.#excused.some((pattern) => pattern.test(text)));
    if (left.length > 0) throw new Error(`The page complained:\n${left.join("\n")}`);
  }
}

async function electronRoom(kind: RoomKind, args: readonly string[], folder: string, complaints: Complaints) {
  const { app, page } = (await startedWithin(kind, args, folder)) ?? (await startedAgain(kind, args, folder));
  complaints.listen(page);
  await page.getByRole("button", { name: "Open", exact: true }).waitFor();
  const room: Room = {
    kind,
    page,
    app,
    excuse: (pattern) => complaints.excuse(pattern),
    async pick(path) {
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
      }, path);
      await page.getByRole("button", { name: "Open", exact: true }).click();
    },
    async save(name, action) {
      const path = join(folder, name);
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
      }, path);
      await action();
      return path;
    },
  };
  const close = async (): Promise<void> => {
    // A window that is closed asks about edits that were not saved; a test that leaves some has nobody to answer.
    await app
      .evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.destroy();
      })
      .catch(() => undefined);
    await app.close();
  };
  return { room, close };
}

interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** A window is there after one second or four. */
const START_SECONDS = 60;

/** The program with its first window; null when it is not there in time, and then ended. */
async function startedWithin(kind: RoomKind, args: readonly string[], folder: string): Promise<Started | null> {
  let app: ElectronApplication | null = null;
  const starting = (async () => {
    app = await launch(kind, args, folder);
    return { app, page: patient(await app.firstWindow({ timeout: 0 })) };
  })();
  const late = new Promise<null>((resolve) => setTimeout(resolve, 1000 * START_SECONDS, null).unref());
  const started = await Promise.race([starting, late]);
  if (started === null) {
    starting.catch(() => undefined);
    (app as ElectronApplication | null)?.process().kill("SIGKILL");
  }
  return started;
}

/**
 * On a busy machine about one start in a hundred never comes to its first window under Playwright's control. That is said, and
 * the start is tried once more, with another profile: the first one's lock may still be held.
 */
async function startedAgain(kind: RoomKind, args: readonly string[], folder: string): Promise<Started> {
  console.log(`The program showed no window within ${START_SECONDS} seconds and is started again.`);
  const started = await startedWithin(kind, args, join(folder, "again"));
  if (started === null) throw new Error(`The program showed no window within ${START_SECONDS} seconds, twice.`);
  return started;
}

/** The program as a person starts it; its own settings are kept in `folder`. */
function launch(kind: RoomKind, args: readonly string[], folder: string): Promise<ElectronApplication> {
  const executable = process.env[kind === "packaged" ? "ARGSCOPE_PACKAGED" : "ARGSCOPE_ELECTRON"];
  if (executable === undefined) throw new Error("Start these tests with npm test: it prepares Electron and says where it is.");
  const own = [...asRoot, `--user-data-dir=${join(folder, "profile")}`];
  const root = join(import.meta.dirname, "..");
  return _electron.launch({
    executablePath: executable,
    args: kind === "packaged" ? [...own, ...args] : [...own, root, ...args],
    cwd: root,
    timeout: 0,
  });
}

/** A page that is waited for until the test's own time is over. */
function patient(page: Page): Page {
  page.setDefaultTimeout(0);
  return page;
}

async function browserRoom(complaints: Complaints) {
  const server = await servePage(join(import.meta.dirname, "../out/page"));
  const browser = await chromium.launch({
    executablePath: process.env["ARGSCOPE_CHROMIUM"] ?? "/usr/bin/chromium",
    args: asRoot,
    timeout: 0,
  });
  const page = patient(await browser.newPage({ acceptDownloads: true }));
  complaints.listen(page);
  await page.goto(server.url);
  const room: Room = {
    kind: "browser",
    page,
    app: null,
    excuse: (pattern) => complaints.excuse(pattern),
    async pick(path) {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Open", exact: true }).click();
      await (await chooser).setFiles(path);
    },
    async save(_name, action) {
      const download = page.waitForEvent("download");
      await action();
      return (await download).path();
    },
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
  };
  return { room, close };
}
