"use client";

import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";

import type { QueueParameters } from "../../lib/client/people-api";
import { lastQuery } from "../../lib/client/queries";
import type { CardDetail, QueueRow } from "../../lib/contract/people";
import { POINTER_AFTER_PAINT_MS } from "../../lib/domain/input/input-state";
import { LastDecisions } from "../card/last-decisions";
import { RejectStrip } from "../card/reject-strip";
import { useNow } from "../ui/clock";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { CardPane } from "./card-pane";
import { lastDecisions } from "./last-steps";
import { TestReveal } from "./test-reveal";
import { emptyWords } from "./queue-words";
import type { Decisions } from "./use-decisions";
import type { ConfirmPassword } from "./use-signing";
import type { Triage } from "./use-triage";

export interface CardColumnProps {
  readonly triage: Triage;
  readonly parameters: QueueParameters;
  readonly initialLast: readonly QueueRow[];
  /** The server's clock when the page was rendered. */
  readonly now: number;
  readonly confirmPassword: ConfirmPassword;
}

/** The open card, the question that belongs to a decision, and what was decided last. */
export function CardColumn({ triage, parameters, initialLast, now: rendered, confirmPassword }: CardColumnProps) {
  const { card, panels, decisions, selection } = triage;
  const { detail } = card;
  const { askReason } = panels;
  return (
    <div className="flex max-w-[48.75rem] flex-col gap-4">
      <TestReveal decided={decisions.decided} />
      {detail !== null ? (
        <CardPane triage={triage} detail={detail} now={rendered} confirmPassword={confirmPassword} />
      ) : selection.selected === null ? (
        <EmptyState {...emptyWords(parameters.queue, parameters.agent !== null)} />
      ) : card.failure === null ? null : (
        <ErrorState title="This card could not be read" says={card.failure} />
      )}
      {askReason !== null && (
        <RejectStrip
          subject={askReason.row.headline}
          reasons={askReason.card.rejectReasons}
          required={false}
          showKeys
          onReason={(reason) => {
            panels.ask(null);
            void decisions.giveReason(askReason.row.id, reason);
          }}
          onDismiss={() => {
            panels.ask(null);
          }}
        />
      )}
      {detail !== null && panels.panel === "reject" && <ReasonFirst triage={triage} detail={detail} />}
      <Last decisions={decisions} initial={initialLast} now={rendered} />
    </div>
  );
}

/** Apart, because it counts seconds: the card above is not drawn again for that. */
function Last({
  decisions,
  initial,
  now: rendered,
}: {
  readonly decisions: Decisions;
  readonly initial: readonly QueueRow[];
  readonly now: number;
}) {
  const { data: remembered } = useQuery({ ...lastQuery(), initialData: initial });
  const now = useNow(rendered, 1000);
  return (
    <LastDecisions
      decisions={lastDecisions(decisions.decided, remembered, now)}
      showKeys
      onUndo={(id) => void decisions.undo(id)}
      onRelease={(id) => void decisions.release(id)}
    />
  );
}

/** A rejection that counts only with its reason. */
function ReasonFirst({ triage, detail }: { readonly triage: Triage; readonly detail: CardDetail }) {
  const openedAt = useRef(0);
  const { panels, sending } = triage;
  return (
    <RejectStrip
      subject={detail.row.headline}
      reasons={detail.card.rejectReasons}
      required
      showKeys
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
