import { BrowserWindow, nativeImage, nativeTheme } from "electron";
import icon from "../../../build/icons/256x256.png?inline";

/** A window for our page, shown when the page has something to show. The page is sandboxed and knows nothing of Node. */
export function makeWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: "Argscope",
    icon: nativeImage.createFromDataURL(icon),
    width: 1280,
    height: 800,
    minWidth: 720,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    // Of the page's own ground, so that nothing flashes before the first picture.
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#16181c" : "#ffffff",
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      // Chromium would fetch dictionaries.
      spellcheck: false,
    },
  });
  window.once("ready-to-show", () => window.show());
  return window;
}

/** Brings the window to the person who has just started the program once more. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
