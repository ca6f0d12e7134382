import type { QueueRow } from "../../lib/contract/people";
import { Button } from "../ui/button";
import { RelativeTime } from "../ui/relative-time";
import { srOnly } from "../ui/sr-only";
import { useWords } from "../words/words-provider";

export interface HeldBackBarProps {
  readonly row: QueueRow;
  readonly now: number;
  /** Why nothing can be done just now, in words; null when it can. */
  readonly lost: string | null;
  readonly onStop: (id: string) => void;
}

/** In place of the acts, on what runs by itself in a moment: the one thing that is left to do is to stop it. */
export function HeldBackBar({ row, now, lost, onStop }: HeldBackBarProps) {
  const t = useWords("desk");
  return (
    // In sight wherever the card is scrolled to: there are seconds.
    <div className="sticky bottom-0 z-20 flex items-center gap-x-4 border-t border-rule bg-sunk px-4 py-3.5 text-note text-ink-2 max-md:fixed max-md:inset-x-0 max-md:pb-[calc(0.875rem+env(safe-area-inset-bottom))] md:rounded-b-card md:px-6">
      <p className="min-w-0 flex-1">
        {lost ?? t.rich("held.runs", { when: row.releaseAt === null ? "" : <RelativeTime at={row.releaseAt} now={now} /> })}
      </p>
      <Button
        size="act"
        disabled={lost !== null}
        onClick={() => {
          onStop(row.id);
        }}
      >
        {t.rich("held.stop", { headline: row.headline, hidden: srOnly })}
      </Button>
    </div>
  );
}
