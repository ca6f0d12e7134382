/**
 * What every page may load and do (design: trust A9, H4, H8). Scripts run by their nonce alone. Styles may stand inline: the dialogs and menus of
 * our primitives (Radix: scroll lock, popper) put style elements and attributes into the page that take no nonce from the server.
 */
export function contentSecurityPolicy(nonce: string, how: { readonly dev: boolean; readonly https: boolean }): string {
  return [
    "default-src 'self'",
    // React's development build evaluates code to rebuild server stacks; production never does.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${how.dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${how.dev ? " ws:" : ""}`,
    // The one worker shows a page when there is no connection; it is a file of ours, and no script can make another.
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(how.https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** On every answer that is not the API's own, refusals before any routing included. */
export function steadyHeaders(https: boolean): Readonly<Record<string, string>> {
  return {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    // Not `no-referrer`: with it browsers send `Origin: null` for a plain form, and the origin is checked.
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    ...(https ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}
