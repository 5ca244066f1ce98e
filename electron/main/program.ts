import { join } from "node:path";
import type { Grant } from "@argscope/core/contract/bridge.ts";
import { failed, ok, type Result } from "@argscope/core/contract/result.ts";
import { faultOf } from "@argscope/core/errors.ts";
import { app, type BrowserWindow, session } from "electron";
import { OPEN_REQUEST } from "../preload/channels.ts";
import { fileOfSecondStart } from "./arguments.ts";
import { answerQuestions } from "./bridge/answer.ts";
import { Dialogs } from "./bridge/dialogs.ts";
import { FileInputs } from "./bridge/file-inputs.ts";
import { handPort } from "./bridge/ports.ts";
import { PageFiles } from "./files/page-files.ts";
import { RecentFiles } from "./files/recent.ts";
import { OpenRequests } from "./open-requests.ts";
import { PAGE_URL } from "./page/origin.ts";
import { servePage } from "./page/protocol.ts";
import { lockSession } from "./safety/lockdown.ts";
import { survivePageCrash } from "./window/crash.ts";
import { installMenu } from "./window/menu.ts";
import { bringForward, makeWindow } from "./window/window.ts";

/** The running program: one window, the files its page holds, what it was asked to open. */
export class Program {
  #window: BrowserWindow | null = null;
  #files = new PageFiles();
  readonly #endings = new Set<Promise<void>>();
  readonly #requests = new OpenRequests();
  readonly #dialogs = new Dialogs();
  readonly #inputs = new FileInputs();
  readonly #recent = new RecentFiles(join(app.getPath("userData"), "recent-files.json"));

  run(file: string | null): void {
    if (file !== null) this.#requests.ask(file);
    app.on("open-file", (event, path) => {
      event.preventDefault();
      this.#requests.ask(path);
    });
    app.on("second-instance", (_event, _argv, _folder, data) => {
      const asked = fileOfSecondStart(data);
      if (asked !== null) this.#requests.ask(asked);
      if (this.#window !== null) bringForward(this.#window);
    });
    app.on("window-all-closed", () => app.quit());
    app.on("will-quit", (event) => this.#finishEndings(event));
    // Not awaited at the top of the module: that would deadlock, for `ready` waits until the module is done.
    void app.whenReady().then(() => this.#start());
  }

  #start(): void {
    lockSession(session.defaultSession, { devtools: !app.isPackaged });
    servePage(join(import.meta.dirname, "../page"));
    installMenu();
    this.#answer();
    this.#openWindow();
  }

  #openWindow(): void {
    const window = makeWindow(join(import.meta.dirname, "../preload/preload.cjs"));
    this.#window = window;
    // A page that came, not one that was asked for: a denied navigation leaves the old page as it was.
    window.webContents.on("did-navigate", () => this.#pageGone());
    window.webContents.on("render-process-gone", () => this.#pageGone());
    window.on("closed", () => {
      this.#window = null;
      this.#pageGone();
    });
    survivePageCrash(window);
    void window.loadURL(PAGE_URL);
  }

  /** The next page starts with nothing granted and nothing half written. */
  #pageGone(): void {
    this.#requests.pageGone();
    const ending = this.#files.end();
    this.#files = new PageFiles();
    this.#endings.add(ending);
    void ending.finally(() => this.#endings.delete(ending));
  }

  /** Quitting waits until half-written files are gone. */
  #finishEndings(event: { preventDefault(): void }): void {
    if (this.#endings.size === 0) return;
    event.preventDefault();
    void Promise.allSettled(this.#endings).then(() => app.quit());
  }

  #answer(): void {
    answerQuestions(() => this.#window?.webContents ?? null, {
      pickFile: async () => {
        const files = this.#files;
        const path = await this.#dialogs.open(this.#page());
        return path === null ? null : this.#grant(files, path);
      },
      recentFiles: () => this.#recent.list(),
      openRecent: async (id) => this.#grant(this.#files, await this.#recent.path(id)),
      clearRecent: async () => {
        await this.#recent.clear();
        return null;
      },
      connectGrant: (id) => {
        const { grants } = this.#files;
        return handPort(this.#page().webContents, { port: "read", id }, (port) => grants.connect(id, port));
      },
      handFile: (id) => {
        const { grants } = this.#files;
        return grants.lend(id, (path) => this.#inputs.fill(this.#page().webContents, id, path));
      },
      pickDestination: async (suggestedName) => {
        const files = this.#files;
        const path = await this.#dialogs.save(this.#page(), suggestedName);
        return path === null ? null : files.destinations.choose(path);
      },
      grantFile: (path) => this.#grant(this.#files, path),
      fateOf: (grant) => this.#files.grants.originals.fate(grant),
      chooseOriginal: async (grant) => {
        const { grants, destinations } = this.#files;
        return destinations.chooseOriginal(grants.originals.pathOf(grant));
      },
      grantWritten: async (id) => {
        const { grants, destinations } = this.#files;
        return grants.grant(destinations.written(id));
      },
      connectDestination: (id) => {
        const { destinations } = this.#files;
        return handPort(this.#page().webContents, { port: "write", id }, (port) => destinations.connect(id, port));
      },
      availableMemory: async () => process.availableMemory(),
      pageReady: async () => {
        const { webContents } = this.#page();
        this.#requests.pageReady(async (path) => {
          const asked = await this.#grantAsked(path);
          if (!webContents.isDestroyed()) webContents.send(OPEN_REQUEST, asked);
        });
        return null;
      },
    });
  }

  /** Grants a file that the person asked for, which is remembered as one that was opened. */
  async #grant({ grants }: PageFiles, path: string): Promise<Grant> {
    const grant = await grants.grant(path);
    void this.#recent.add(path);
    return grant;
  }

  async #grantAsked(path: string): Promise<Result<Grant>> {
    try {
      return ok(await this.#grant(this.#files, path));
    } catch (error) {
      return failed(faultOf(error));
    }
  }

  #page(): BrowserWindow {
    if (this.#window === null) throw new Error("The window is closed.");
    return this.#window;
  }
}
