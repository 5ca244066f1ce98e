import { readFile } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { mimeType } from "./mime.ts";
import { isOwnOrigin } from "./origin.ts";
import { freshNonce, pageHeaders } from "./policy.ts";

/** What stands in index.html where the nonce of this load belongs. */
const NONCE_PLACEHOLDER = "__NONCE__";

/**
 * A server of one folder: the file under `folder` that a URL names, and nothing outside it.
 *
 * An HTML file gets a fresh nonce per load, the same one in its text and in its policy. Refusals carry the policy as well.
 */
export function serve(folder: string): (request: { readonly url: string; readonly method: string }) => Promise<Response> {
  const root = resolve(folder);
  return async ({ url, method }) => {
    if (method !== "GET" && method !== "HEAD") return refusal(405, "Method not allowed");
    const path = isOwnOrigin(url) ? fileOf(root, new URL(url).pathname) : null;
    const bytes = path === null ? null : await contentOf(path);
    if (path === null || bytes === null) return refusal(404, "Not found");
    const type = mimeType(path);
    if (!type.startsWith("text/html")) return answer(method, bytes, pageHeaders(type));
    const nonce = freshNonce();
    return answer(method, bytes.toString("utf8").replaceAll(NONCE_PLACEHOLDER, nonce), pageHeaders(type, nonce));
  };
}

function answer(method: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response {
  return new Response(method === "HEAD" ? null : body, { headers });
}

function refusal(status: number, text: string): Response {
  return new Response(text, { status, headers: pageHeaders("text/plain; charset=utf-8") });
}

/** The file that a URL's path names, or `null` if that would lie outside `root` or cannot be a file's name. */
function fileOf(root: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // The URL parser resolves "..", but not "%2f" and a backslash, which decoding or Windows would turn into a separator.
  if (decoded.includes("\0") || decoded.includes("\\")) return null;
  const path = resolve(root, `.${decoded === "/" ? "/index.html" : decoded}`);
  return path.startsWith(root + sep) ? path : null;
}

/** The file's bytes, or `null` where there is no such file (a folder is none). */
async function contentOf(path: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "EISDIR";
}
