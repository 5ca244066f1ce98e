import { app, type BrowserWindow, dialog } from "electron";
import { PAGE_URL } from "../page/origin.ts";
import { CrashLimit } from "./crash-limit.ts";

/**
 * Answers a crash of the page's process by a new page that says so: `?crashed=` and Chromium's reason ("oom", "crashed", …).
 * The file that did it is not opened again: its grant went with the old page.
 */
export function survivePageCrash(window: BrowserWindow): void {
  const limit = new CrashLimit();
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit") return;
    const load = (): Promise<void> => window.loadURL(`${PAGE_URL}?crashed=${encodeURIComponent(reason)}`);
    if (limit.mayTryAgain(Date.now())) void load();
    else void askWhetherToGoOn(window).then((goOn) => (goOn ? load() : app.quit()));
  });
}

async function askWhetherToGoOn(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: "error",
    title: "Argscope",
    message: "The window keeps crashing.",
    detail: "Nothing that you opened was changed.",
    buttons: ["Try again", "Quit"],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
