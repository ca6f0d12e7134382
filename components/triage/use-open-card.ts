"use client";

import { use, useCallback, useMemo } from "react";

import type { Connection } from "../../lib/client/live-events";
import type { CardDetail } from "../../lib/contract/people";
import type { FieldChange } from "../../lib/domain/card/card";
import type { ShownCard } from "../../lib/domain/input/input-state";
import { useDeskMemory } from "../desk-provider";
import { shownCard } from "./card-meta";
import { HabitsContext } from "./key-context";
import { useActiveTime } from "./use-active-time";
import type { CardAnswer } from "./use-card";
import { useCard } from "./use-card";
import { useChanges } from "./use-changes";
import type { Lease } from "./use-lease";
import { signableAt, useLease } from "./use-lease";

export interface OpenCard {
  readonly detail: CardDetail | null;
  readonly failure: CardAnswer["failure"];
  readonly lease: Lease;
  /** For the key reducer. */
  readonly shown: ShownCard | null;
  /** What is not as it was when this person first had this card before them in this tab; empty when nothing changed. */
  readonly changed: readonly FieldChange[];
  /** Call when the card can be decided, with when it could be read: from then on it counts as seen. */
  readonly noteArmed: (readableAt: number) => void;
  /** Active milliseconds since the card could be read; null when it never could be decided. */
  readonly activeMs: () => number | null;
}

/** The selected card as the server has it, reserved for this person for as long as it is open and waiting. */
export function useOpenCard(
  selected: string | null,
  initial: CardDetail | null,
  { connection, deciding }: { readonly connection: Connection; readonly deciding: boolean },
): OpenCard {
  const { seen } = useDeskMemory();
  const { confirmBy } = use(HabitsContext);
  const { detail, failure } = useCard(selected, initial);
  const lease = useLease(
    // Whoever cannot sign it looks without holding it: a first signer neither keeps the second away nor shows who they are.
    detail?.row.status === "pending" && detail.cannotSign === null ? { id: detail.row.id, version: detail.row.version } : null,
    { enabled: connection === "live", deciding },
  );
  // Nothing has to be drawn when it is put there: it matters once a later version is.
  const changed = useChanges(selected === null ? undefined : seen.get(selected), detail);
  const due = detail === null ? null : signableAt(lease, detail.row.treatment);
  const shown = useMemo(
    // Not before it says what changed: nothing moves once it can be decided.
    () =>
      detail === null || changed === null ? null : shownCard(detail, { live: connection === "live", signableAt: due, confirmBy }),
    [detail, changed, connection, due, confirmBy],
  );

  const clock = useActiveTime(selected);
  const { begin } = clock;
  const noteArmed = useCallback(
    (readableAt: number) => {
      if (detail === null) return;
      begin(readableAt);
      if (!seen.has(detail.row.id)) seen.set(detail.row.id, detail);
    },
    [seen, detail, begin],
  );
  return {
    detail,
    failure,
    lease,
    shown,
    changed: changed ?? [],
    noteArmed,
    activeMs: clock.read,
  };
}
