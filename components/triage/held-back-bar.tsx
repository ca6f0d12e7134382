import type { ReactNode } from "react";

import type { QueueRow } from "../../lib/contract/people";
import { Button } from "../ui/button";
import { RelativeTime } from "../ui/relative-time";
import { srOnly } from "../ui/sr-only";
import { useWords } from "../words/words-provider";
import type { CardBarProps } from "./card-bar";
import { CardBar } from "./card-bar";

export interface HeldBackBarProps extends Pick<CardBarProps, "above"> {
  /** The way on to the next card. */
  readonly next: ReactNode;
  readonly row: QueueRow;
  readonly now: number;
  /** Why nothing can be done just now, in words; null when it can. */
  readonly lost: string | null;
  readonly onStop: (id: string) => void;
}

/** In place of the acts, on what runs by itself in a moment: the one thing that is left to do is to stop it. */
export function HeldBackBar({ row, now, lost, onStop, above, next }: HeldBackBarProps) {
  const t = useWords("desk");
  return (
    <CardBar above={above} tall>
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
      {next}
    </CardBar>
  );
}
