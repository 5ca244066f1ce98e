import type { Bridge, Grant, PortArrival } from "@argscope/core/contract/bridge.ts";
import type { Result } from "@argscope/core/contract/result.ts";
import { contextBridge, ipcRenderer, webUtils } from "electron";
import { CHANNELS, OPEN_REQUEST, PORT_ARRIVAL } from "./channels.ts";

const bridge: Bridge = {
  pickFile: () => ipcRenderer.invoke(CHANNELS.pickFile),
  recentFiles: () => ipcRenderer.invoke(CHANNELS.recentFiles),
  openRecent: (id) => ipcRenderer.invoke(CHANNELS.openRecent, id),
  clearRecent: () => ipcRenderer.invoke(CHANNELS.clearRecent),
  connectGrant: (id) => ipcRenderer.invoke(CHANNELS.connectGrant, id),
  handFile: (grant) => ipcRenderer.invoke(CHANNELS.handFile, grant),
  pickDestination: (suggestedName) => ipcRenderer.invoke(CHANNELS.pickDestination, suggestedName),
  grantFile: (file) => ipcRenderer.invoke(CHANNELS.grantFile, webUtils.getPathForFile(file as File)),
  fateOf: (grant) => ipcRenderer.invoke(CHANNELS.fateOf, grant),
  chooseOriginal: (grant) => ipcRenderer.invoke(CHANNELS.chooseOriginal, grant),
  grantWritten: (destination) => ipcRenderer.invoke(CHANNELS.grantWritten, destination),
  connectDestination: (id) => ipcRenderer.invoke(CHANNELS.connectDestination, id),
  onOpenRequest: (listener) => {
    ipcRenderer.on(OPEN_REQUEST, (_event, request: Result<Grant>) => listener(request));
  },
  availableMemory: () => ipcRenderer.invoke(CHANNELS.availableMemory),
  pageReady: () => ipcRenderer.invoke(CHANNELS.pageReady),
};

contextBridge.exposeInMainWorld("argscope", bridge);

// A port cannot cross the context bridge; a window message carries it into the page's world.
ipcRenderer.on(PORT_ARRIVAL, (event, arrival: PortArrival) => {
  window.postMessage(arrival, window.location.origin, [...event.ports]);
});
