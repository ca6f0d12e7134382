import type { ReactNode } from "react";
import { useState } from "react";

import type { QueueRow } from "../../lib/contract/people";
import { Button } from "../ui/button";
import { srOnly } from "../ui/sr-only";
import { useWhileHere } from "../ui/while-here";
import { useWords } from "../words/words-provider";
import type { CardBarProps } from "./card-bar";
import { CardBar } from "./card-bar";
import type { Refused } from "./decided";
import type { Triage } from "./use-triage";

export interface RenewBarProps extends Pick<CardBarProps, "above"> {
  readonly triage: Triage;
  /** The way on to the next card. */
  readonly next: ReactNode;
  readonly row: QueueRow;
  /** Whether this person signed it: only then may they sign it anew. */
  readonly mine: boolean;
  /** Why nothing can be done just now, in words; null when it can. */
  readonly lost: string | null;
}

/**
 * In place of the acts, on what was approved and not run in time: signed anew, it can be taken up again. With the password where its signature took
 * that: of what is regulated each time, of what two people signed once the server says that the sign-in is too old.
 */
export function RenewBar({ triage, row, mine, lost, above, next }: RenewBarProps) {
  const t = useWords("desk");
  const { panels, decisions, card } = triage;
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const whileHere = useWhileHere();
  const asking = panels.panel === "approve";
  const renew = async (): Promise<void> => {
    setPending(true);
    await decisions.renew(
      row.id,
      // The form is that of the card that is open by then.
      whileHere((answer) => {
        if (answer?.code === "stale_sign_in") panels.open("approve");
        else setRefused(answer);
      }),
    );
    setPending(false);
  };
  const left = t(!mine ? "renew.theirs" : row.byHand === true ? "renew.mine.byHand" : "renew.mine");
  return (
    <CardBar above={above} tall={mine}>
      <p className="min-w-0 flex-1">{lost ?? (refused === null ? left : t("said.notRenewed", { why: refused.says }))}</p>
      {mine && (
        <Button
          size="act"
          disabled={lost !== null || pending || asking}
          onClick={() => {
            if (card.detail?.regulated === true) panels.open("approve");
            else void renew();
          }}
        >
          {pending ? t("renew.pending") : t.rich("renew.do", { headline: row.headline, hidden: srOnly })}
        </Button>
      )}
      {next}
    </CardBar>
  );
}
