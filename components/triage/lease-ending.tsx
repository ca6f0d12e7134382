import { useEffect } from "react";

import { useAnnounce } from "../ui/announcer";
import { Button } from "../ui/button";
import { useWords } from "../words/words-provider";

export interface LeaseEndingProps {
  /** When others can take the card, on the page's clock. */
  readonly endsAt: number;
}

/** Somebody has given no sign for a while: over everything, so that nothing moves for it. Any key, or a touch, keeps the card. */
export function LeaseEnding({ endsAt }: LeaseEndingProps) {
  const t = useWords("desk");
  const announce = useAnnounce();
  useEffect(() => {
    const seconds = Math.round((endsAt - performance.now()) / 1000);
    announce(t("lease.heard", { seconds }));
  }, [announce, endsAt, t]);
  return (
    // On a phone in the place of the bar above the card, and no taller: the badge and the headline stay in sight for as long as it asks.
    <div className="pointer-events-none fixed inset-x-3 top-3 z-40 flex justify-center max-md:inset-x-0 max-md:top-0">
      <div className="pointer-events-auto flex items-center gap-3 rounded-card border border-rule-strong bg-panel py-2 ps-4 pe-2 text-note text-ink-2 shadow-float max-md:min-h-[2.8125rem] max-md:w-full max-md:justify-between max-md:rounded-none max-md:border-x-0 max-md:border-t-0 max-md:py-0 max-md:pe-0.5 max-md:text-small max-md:leading-4">
        <p>{t.rich("lease.ending", { strong: (inside) => <strong className="font-semibold text-ink">{inside}</strong> })}</p>
        {/* The press itself is the sign: nothing else has to be done. */}
        <Button variant="primary" size="large">
          {t("lease.keep")}
        </Button>
      </div>
    </div>
  );
}
