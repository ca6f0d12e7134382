"use client";

import { WifiOff } from "../ui/icons-later";
import { useWords } from "../words/words-provider";

/** Stands at the top while the server cannot be reached: nothing can be decided, and nothing is kept for later. */
export function ConnectionBanner() {
  const t = useWords("shell");
  return (
    <div
      role="alert"
      className="flex items-center gap-2 border-b border-removed-ground bg-failed-ground px-4 py-2 text-note text-ink-2"
    >
      <WifiOff aria-hidden="true" className="size-4 shrink-0 text-removed" strokeWidth={1.75} />
      <p>{t.rich("offline", { what: (inside) => <strong className="font-semibold text-removed">{inside}</strong> })}</p>
    </div>
  );
}
