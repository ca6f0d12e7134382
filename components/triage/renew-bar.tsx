import type { ReactNode } from "react";
import { useState } from "react";

import type { QueueRow } from "../../lib/contract/people";
import { Button } from "../ui/button";
import { srOnly } from "../ui/sr-only";
import { useWords } from "../words/words-provider";
import type { CardBarProps } from "./card-bar";
import { CardBar } from "./card-bar";

export interface RenewBarProps extends Pick<CardBarProps, "above"> {
  /** The way on to the next card. */
  readonly next: ReactNode;
  readonly row: QueueRow;
  /** Whether this person signed it: only then may they sign it anew. */
  readonly mine: boolean;
  /** Why nothing can be done just now, in words; null when it can. */
  readonly lost: string | null;
  readonly onRenew: (id: string) => Promise<void>;
}

/** In place of the acts, on what was approved and not run in time: signed anew, it can be taken up again. */
export function RenewBar({ row, mine, lost, onRenew, above, next }: RenewBarProps) {
  const t = useWords("desk");
  const [pending, setPending] = useState(false);
  return (
    <CardBar above={above} tall={mine}>
      <p className="min-w-0 flex-1">
        {lost ?? t(!mine ? "renew.theirs" : row.byHand === true ? "renew.mine.byHand" : "renew.mine")}
      </p>
      {mine && (
        <Button
          size="act"
          disabled={lost !== null || pending}
          onClick={() => {
            setPending(true);
            void onRenew(row.id).then(() => {
              setPending(false);
            });
          }}
        >
          {pending ? t("renew.pending") : t.rich("renew.do", { headline: row.headline, hidden: srOnly })}
        </Button>
      )}
      {next}
    </CardBar>
  );
}
