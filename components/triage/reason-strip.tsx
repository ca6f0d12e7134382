"use client";

import type { ReactNode } from "react";
import { useEffect, useRef } from "react";

import type { CardDetail } from "../../lib/contract/people";
import { POINTER_AFTER_PAINT_MS } from "../../lib/domain/input/input-state";
import { RejectStrip } from "../card/reject-strip";
import { useAnnounce } from "../ui/announcer";
import { useWords } from "../words/words-provider";
import { byKeys, withKeys } from "./by-keys";
import { useBadge } from "./key-context";
import type { Triage } from "./use-triage";

export interface ReasonStripProps {
  readonly triage: Triage;
  readonly detail: CardDetail | null;
  /** Over the open card; else it stands in the page. */
  readonly hangs?: boolean;
}

/** Why not: of the card that was rejected last, or of the open one, where a rejection counts only with its reason. */
export function ReasonStrip({ triage, detail, hangs = false }: ReasonStripProps) {
  const { panels, decisions } = triage;
  const showKeys = useBadge("pick") !== "";
  const { askReason } = panels;
  useSaid(useHint(showKeys ? askReason : null));
  if (askReason === null) return detail === null ? null : <ReasonFirst triage={triage} detail={detail} hangs={hangs} />;
  const late = detail === null && isLate(triage);
  const strip = (
    <RejectStrip
      key={askReason.row.id}
      hangs={hangs || late}
      subject={askReason.row.headline}
      reasons={askReason.card.rejectReasons}
      required={false}
      showKeys={showKeys}
      asks={askReason.row.look === null}
      onReason={(reason) => {
        panels.ask(null);
        void decisions.giveReason(askReason.row.id, reason);
      }}
      onDismiss={() => {
        panels.ask(null);
      }}
    />
  );
  return late ? <OverRoom>{strip}</OverRoom> : strip;
}

/** That a reason can follow, in one sentence: what was rejected, and how that is undone, comes next and must not wait for a list. */
function useHint(rejected: CardDetail | null): string | null {
  const t = useWords("card");
  return rejected === null ? null : t("reject.byKeys", { count: withKeys(rejected.card.rejectReasons.length) });
}

/** The focus stays on the card, so that what opens beside it is heard only if it is said. */
function useSaid(says: string | null): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (says !== null) announce(says);
  }, [announce, says]);
}

/** The next card is on its way: there is one, it was not found unreadable, and no break stands before it. */
function isLate({ selection, card, rest }: Triage): boolean {
  return selection.selected !== null && card.failure === null && rest.cover.type === "none";
}

/**
 * While the next card is on its way the strip hangs where it will hang over that card, above the place of its bar: it takes no room of its own, so
 * that what stands below the card keeps its place.
 */
function OverRoom({ children }: { readonly children: ReactNode }) {
  return (
    <div className="pointer-events-none sticky bottom-0 z-20 -mt-4 flex h-0 flex-col justify-end max-md:fixed max-md:inset-x-0 max-md:pb-[env(safe-area-inset-bottom)]">
      <div className="pb-(--action-bar)">
        <div className="pointer-events-auto">{children}</div>
      </div>
    </div>
  );
}

/** A rejection that counts only with its reason. */
function ReasonFirst({ triage, detail, hangs = false }: ReasonStripProps & { readonly detail: CardDetail }) {
  const openedAt = useRef(0);
  const showKeys = useBadge("pick") !== "";
  const { panels, sending } = triage;
  const t = useWords("card");
  const reasons = detail.card.rejectReasons.map(({ code }) => t(`reason.${code}`));
  useSaid(byKeys(t("reject.why"), reasons, showKeys));
  return (
    <RejectStrip
      hangs={hangs}
      subject={detail.row.headline}
      reasons={detail.card.rejectReasons}
      required
      showKeys={showKeys}
      asks={detail.row.look === null}
      onShown={(at) => {
        openedAt.current = at;
      }}
      onReason={(reason) => {
        // The second half of a double click on Reject is not a reason. Words take longer to write than that.
        if (reason.text === null && performance.now() - openedAt.current < POINTER_AFTER_PAINT_MS) return;
        sending.sendNow({ decision: { type: "reject", reason }, act: { type: "key" } });
      }}
      onDismiss={panels.close}
    />
  );
}
