import { app } from "electron";

/** Chromium's own services are told to stay off the network. To be called before the app is ready. */
export function goOffline(): void {
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("disable-background-networking");
  app.commandLine.appendSwitch("disable-component-update");
}
