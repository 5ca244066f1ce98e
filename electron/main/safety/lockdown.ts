import { app, type Session } from "electron";
import { isOwnOrigin } from "../page/origin.ts";

/** Every page of this program, whatever made it, stays where it is: no navigation, no new window, no embedded page. */
export function denyWandering(): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-frame-navigate", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}

/**
 * No session has a spelling checker. A window's `spellcheck: false` is not enough: the session by itself asks a server of
 * Google's for a dictionary as soon as it exists.
 */
export function denyDictionaries(): void {
  app.on("session-created", (session) => {
    session.setSpellCheckerLanguages([]);
    session.setSpellCheckerEnabled(false);
  });
}

/** No request leaves the program, no permission is given but for copying text, nothing is downloaded. */
export function lockSession(session: Session, { devtools }: { readonly devtools: boolean }): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !(isOwnOrigin(url) || (devtools && url.startsWith("devtools://"))) });
  });
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
    answer(permission === "clipboard-sanitized-write" && isOwnOrigin(requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return permission === "clipboard-sanitized-write" && isOwnOrigin(origin);
  });
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
}
