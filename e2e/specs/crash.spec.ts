import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

test("after the page crashed a new one says so, and works", async ({ room }) => {
  const { app, page } = room;
  if (app === null) throw new Error("Only Electron starts a page again.");
  const window = windowOf(page);
  await window.sample("[91, 92, 93, 7, 95]").click();
  await expect(window.result).toHaveText("3");

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());

  // Playwright gives a crashed page up, so the new one is asked through Electron, once it is there: a question to a page that
  // is just crashing is never answered.
  const address = (): Promise<string> =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return contents === undefined || contents.isCrashed() || contents.isLoading() ? "" : contents.getURL();
    });
  await expect.poll(address).toContain("?crashed=");
  const inPage = (script: string): Promise<unknown> =>
    app.evaluate(({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code), script);
  await expect
    .poll(() => inPage("document.querySelector('[role=alert]')?.textContent ?? ''"))
    .toMatch(/started again.*No file was changed/u);
  await inPage("[...document.querySelectorAll('button')].find((button) => button.textContent.startsWith('[91')).click()");
  await expect.poll(() => inPage("document.querySelector('[role=status][aria-label=Result]').textContent")).toBe("3");
});
