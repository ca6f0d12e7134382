import { useEffect } from "react";

import { asSentence } from "../../lib/contract/action-result";
import type { CardDetail } from "../../lib/contract/people";
import { nextCard } from "../../lib/client/next-card";
import { leftBy } from "../../lib/client/queue-view";
import { useDeskMemory } from "../desk-provider";
import { useAnnounce } from "../ui/announcer";
import { Button } from "../ui/button";
import { srOnly } from "../ui/sr-only";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import type { CardBarProps } from "./card-bar";
import { CardBar } from "./card-bar";
import { isHeldBack } from "./held-back";
import { HeldBackBar } from "./held-back-bar";
import { useBadge } from "./key-context";
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
  const next = <Next triage={triage} id={row.id} />;
  if (row.lapsed) {
    const mine = row.decision?.by.some(({ id }) => id === triage.me) === true;
    return <RenewBar triage={triage} row={row} mine={mine} lost={lost} above={above} next={next} />;
  }
  if (isHeldBack(row))
    return (
      <HeldBackBar row={row} now={now} lost={lost} onStop={(id) => void triage.decisions.undo(id)} above={above} next={next} />
    );
  return <Over triage={triage} row={row} lost={lost} above={above} />;
}

/** Nothing is left to decide: by whose hand, and the way on. */
function Over({ triage, row, lost, above }: Omit<ClosedBarProps, "now"> & { readonly lost: string | null }) {
  const t = useWords("desk");
  const { seen } = useDeskMemory();
  const announce = useAnnounce();
  const says = closedWords(t, row, triage.me) ?? triage.blocked;
  // Whoever had it before them hears that it was closed under their hand; whoever opens what is closed reads it.
  const news = seen.has(row.id) ? says : null;
  useEffect(() => {
    if (news !== null) announce(news);
  }, [announce, news]);
  return (
    <CardBar above={above}>
      <p className="min-w-0 flex-1">{lost ?? says}</p>
      <Next triage={triage} id={row.id} />
    </CardBar>
  );
}

/** By whose hand it was closed, as a sentence; null where it was nobody's, or is not told. */
function closedWords(t: Words<"desk">, row: CardDetail["row"], me: string): string | null {
  if (row.test === true || (row.decision?.by.length ?? 0) === 0) return null;
  const left = t.sentence(leftBy(row, me));
  return asSentence(t(row.status === "held" ? "closed.held" : "closed.over", { left }));
}

/** What the key for the next card does. Where others have closed the card there is always a way on, even to an empty desk. */
function Next({ triage, id }: Pick<ClosedBarProps, "triage"> & { readonly id: string }) {
  const t = useWords("desk");
  const key = useBadge("next");
  const { selection, me, fold } = triage;
  const { view } = triage.queue;
  const hasLeft = view.rows.some((row) => row.id === id && row.left !== null);
  const below = view.rows.find((row) => row.id === nextCard(view, id, "down", { me, fold })) ?? null;
  const next = hasLeft ? selection.after(id) : below;
  if (next === null && !hasLeft) return null;
  return (
    <Button
      size="act"
      shortcut={key === "" ? undefined : key}
      onClick={() => {
        selection.move(1);
      }}
    >
      {next === null ? t("closed.on") : t.rich("closed.next", { headline: next.headline, hidden: srOnly })}
    </Button>
  );
}
