"use client";

import type { CardDetail } from "../../lib/contract/people";
import type { FieldChange } from "../../lib/domain/card/card";
import { FieldDiff } from "../card/field-diff";
import { useStops } from "../shell/stops";
import { useLoadedWhenIdle } from "../ui/later";
import { useWords } from "../words/words-provider";
import { passingNews } from "./later-panels";

export interface CardNewsProps {
  readonly detail: CardDetail;
  /** Who else has this card open, or null. */
  readonly lookedAtBy: string | null;
  /** What is not as it was when this person first had the card before them. */
  readonly changed: readonly FieldChange[];
}

/**
 * News about this very card, above everything. What belongs to this version of it stands in the card; what comes and goes while it is open hangs over
 * its upper edge, so that nothing moves for it.
 */
export function CardNews({ detail, lookedAtBy, changed }: CardNewsProps) {
  const t = useWords("desk");
  useLoadedWhenIdle(passingNews);
  const { row } = detail;
  const scopes = ["all", `agent:${row.agent.id}`, `kind:${row.kind}`];
  const stopped = useStops().some(({ scope }) => scopes.includes(scope)) && (row.status === "pending" || row.status === "held");
  const signed = row.signatures > 0 && row.status === "pending";
  const notes = [
    row.look === null ? null : t(`news.${row.look}`),
    row.version > 1 ? t("news.edited", { version: row.version }) : null,
    detail.ownAgent ? t("news.ownAgent") : null,
  ].filter((note) => note !== null);
  return (
    <>
      {(stopped || signed || lookedAtBy !== null) && (
        <passingNews.Part stopped={stopped} signed={signed} lookedAtBy={lookedAtBy} />
      )}
      {(notes.length > 0 || changed.length > 0) && (
        <div
          role="note"
          className="@container border-b border-rule bg-sunk px-4 py-2 text-note text-ink-2 md:rounded-t-card md:px-6"
        >
          {notes.length > 0 && <p>{notes.join(" ")}</p>}
          {changed.length > 0 && (
            <section aria-label={t("news.changed")} className="mt-1">
              <p className="font-semibold text-ink">{t("news.changed")}</p>
              <FieldDiff subject={row.headline} rows={changed} headers={{ before: t("news.before"), after: t("news.after") }} />
            </section>
          )}
        </div>
      )}
    </>
  );
}
