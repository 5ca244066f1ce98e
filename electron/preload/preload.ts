import type { Bridge, Grant, PortArrival } from "@argscope/core/contract/bridge.ts";
import type { Result } from "@argscope/core/contract/result.ts";
import { contextBridge, ipcRenderer } from "electron";
import { CHANNELS, OPEN_REQUEST, PORT_ARRIVAL } from "./channels.ts";

const bridge: Bridge = {
  pickFile: () => ipcRenderer.invoke(CHANNELS.pickFile),
  connectGrant: (id) => ipcRenderer.invoke(CHANNELS.connectGrant, id),
  pickDestination: (suggestedName) => ipcRenderer.invoke(CHANNELS.pickDestination, suggestedName),
  connectDestination: (id) => ipcRenderer.invoke(CHANNELS.connectDestination, id),
  onOpenRequest: (listener) => {
    ipcRenderer.on(OPEN_REQUEST, (_event, request: Result<Grant>) => listener(request));
  },
  pageReady: () => ipcRenderer.invoke(CHANNELS.pageReady),
};

contextBridge.exposeInMainWorld("argscope", bridge);

// A port cannot cross the context bridge; a window message carries it into the page's world.
ipcRenderer.on(PORT_ARRIVAL, (event, arrival: PortArrival) => {
  window.postMessage(arrival, window.location.origin, [...event.ports]);
});
