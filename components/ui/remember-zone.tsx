"use client";

import { useEffect } from "react";

import { ZONE_COOKIE } from "./zone";

/** Tells the server this reader's time zone, from the next page on: only then do its days begin at their midnight. Shows nothing. */
export function RememberZone({ known }: { readonly known: string }) {
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone !== known) document.cookie = `${ZONE_COOKIE}=${encodeURIComponent(zone)}; Path=/; Max-Age=31536000; SameSite=Lax`;
  }, [known]);
  return null;
}
