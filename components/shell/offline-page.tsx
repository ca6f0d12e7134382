"use client";

import { useEffect } from "react";

/** Keeps a page for when the server cannot be reached (public/sw.js): without it an installed app shows the browser's own error. Shows nothing. */
export function OfflinePage() {
  useEffect(() => {
    // Over plain HTTP, or where the browser forbids it, there is none: everything else works without.
    if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  }, []);
  return null;
}
