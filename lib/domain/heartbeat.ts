/** Between two signs of life of an open stream, milliseconds: below the idle cut-off of the usual proxies (design: trust R11). */
export const HEARTBEAT_MS = 15_000;

/** After so long without any sign the other end counts as gone, though the connection still looks open: two and a half missed beats. */
export const SILENT_MS = 2.5 * HEARTBEAT_MS;
