/** The page's own scheme and host. `app:` is not a special scheme to Node's URL parser: its `origin` would be "null". */
export const SCHEME = "app";
const HOST = "argscope";
export const PAGE_URL = `${SCHEME}://${HOST}/`;

/** Whether `url` lies in our own page's origin. Compares parsed parts, so `app://argscope.evil/` is foreign; so is "". */
export function isOwnOrigin(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${SCHEME}:` && host === HOST && username === "" && password === "";
}
