import { protocol } from "electron";
import { SCHEME } from "./origin.ts";
import { serve } from "./serve.ts";

/** Makes `app:` a scheme that the web's rules hold for. Chromium wants to know before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Serves the page's folder, once the app is ready. */
export function servePage(folder: string): void {
  protocol.handle(SCHEME, serve(folder));
}
