import { randomBytes } from "node:crypto";

/** A fresh nonce: 128 bits, as CSP asks for, unguessable and never used for a second page. */
export function freshNonce(): string {
  return randomBytes(16).toString("base64");
}

/**
 * The content security policy of everything we serve. Nothing is allowed that is not named.
 *
 * `wasm-unsafe-eval` lets the kernels compile and nothing else; the nonce is for the style elements that the grid makes.
 * A worker obeys the policy of its own response, not its page's, so scripts carry it too, with no nonce.
 */
function contentSecurityPolicy(nonce?: string): string {
  const style = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src ${style}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The headers of every response. COOP and COEP together make the page cross-origin isolated, which shared memory needs. */
export function pageHeaders(contentType: string, nonce?: string): Record<string, string> {
  return {
    "Content-Type": contentType,
    "Content-Security-Policy": contentSecurityPolicy(nonce),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
  };
}
