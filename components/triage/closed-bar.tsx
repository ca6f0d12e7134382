import type { CardDetail } from "../../lib/contract/people";
import type { CardBarProps } from "./card-bar";
import { CardBar } from "./card-bar";
import { isHeldBack } from "./held-back";
import { HeldBackBar } from "./held-back-bar";
import { RenewBar } from "./renew-bar";
import type { Triage } from "./use-triage";

export interface ClosedBarProps extends Pick<CardBarProps, "above"> {
  readonly triage: Triage;
  readonly row: CardDetail["row"];
  readonly now: number;
}

/** In place of the acts, on what is decided: what is left to do about it. */
export function ClosedBar({ triage, row, now, above }: ClosedBarProps) {
  const lost = triage.queue.connection === "lost" ? triage.blocked : null;
  if (row.lapsed) {
    const mine = row.decision?.by.some(({ id }) => id === triage.me) === true;
    return <RenewBar row={row} mine={mine} lost={lost} onRenew={triage.decisions.renew} above={above} />;
  }
  if (isHeldBack(row))
    return <HeldBackBar row={row} now={now} lost={lost} onStop={(id) => void triage.decisions.undo(id)} above={above} />;
  return (
    <CardBar above={above}>
      <p role="status">{triage.blocked}</p>
    </CardBar>
  );
}
