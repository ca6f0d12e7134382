"use client";

import type { ReactNode } from "react";
import { useCallback, useMemo, useState } from "react";

import { asSentence } from "../../lib/contract/action-result";
import type { CardDetail } from "../../lib/contract/people";
import type { ShownCard } from "../../lib/domain/input/input-state";
import type { Intent } from "../../lib/domain/input/key-reducer";
import { EvidenceList } from "../card/evidence-list";
import { RejectStrip } from "../card/reject-strip";
import { ReviewCard } from "../card/review-card";
import { TierBadge } from "../card/tier-badge";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { english } from "../ui/english";
import { letSlideOff } from "../ui/slide-off";
import { dateLocaleOf } from "../words/date-locale";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import { metaOf } from "./card-meta";
import { DifferenceTable } from "./difference-table";
import { useBadge, useKeyMap } from "./key-context";
import { refusalWords } from "./refusal-words";
import { useCard } from "./use-card";
import { useReviewInput } from "./use-review-input";
import type { Question } from "./use-panels";
import type { Together } from "./use-together";
import { useTogether } from "./use-together";
import type { Triage } from "./use-triage";

export interface TogetherPaneProps {
  readonly triage: Triage;
  readonly detail: CardDetail;
  /** The server's clock when the page was rendered. */
  readonly now: number;
}

const NOTHING_ASKED: Question = { asks: "nothing", choices: 0 };
/** While an item is being looked at, or a reason chosen, nothing decides for all. */
const OTHER: Question = { asks: "other", choices: 0 };

/** What is like the open card, decided together: what differs, two opened first, and one decision for all of them. */
export function TogetherPane({ triage, detail, now }: TogetherPaneProps) {
  const t = useWords("deskPanels");
  const { row } = detail;
  const together = useTogether(triage, row.id);
  const [looking, setLooking] = useState<string | null>(null);
  const [rejecting, setRejecting] = useState(false);
  const { group, drawn } = together;
  const look = (id: string): void => {
    setLooking(id);
    void together.open(id);
  };
  if (looking !== null) {
    return (
      <Looked
        id={looking}
        now={now}
        onBack={() => {
          setLooking(null);
        }}
      />
    );
  }
  const count = group?.total ?? 0;
  return (
    <article
      aria-labelledby="together-heading"
      className="flex w-full max-w-[48.75rem] flex-col bg-panel md:rounded-card md:border md:border-rule md:shadow-card"
    >
      <header className="flex flex-col gap-2 px-4 pt-5 pb-4 md:px-6">
        <div className="flex items-center gap-3 text-note text-ink-3">
          <TierBadge tier={row.tier} />
          <bdi>{row.agent.name}</bdi>
          <bdi className="font-mono text-small">{row.actionName}</bdi>
        </div>
        <h2 id="together-heading" tabIndex={-1} className="text-head text-ink">
          {group === null ? t("together") : t("together.count", { count })}
        </h2>
        <p className="text-note text-ink-2">{differWords(t, group?.batch.columns ?? [])}</p>
      </header>
      {group !== null && <DifferenceTable group={group} drawn={drawn?.open ?? []} opened={together.opened} onOpen={look} />}
      <div className="flex flex-col gap-3 px-4 py-4 empty:hidden md:px-6">
        {group !== null && group.batch.refusal !== null && (
          <Callout title={t("together.refused")}>
            <span lang="en">{group.batch.refusal}</span>
          </Callout>
        )}
        {together.failure !== null && (
          <Callout tone="failed" role="alert" title={t("together.failed", { says: together.failure })} />
        )}
        {together.rejected !== null && (
          <p role="status" className="tabular text-note text-ink-2">
            {t("together.rejecting", { count: together.rejected })}
          </p>
        )}
        {rejecting && (
          <RejectStrip
            subject={t("together.count", { count })}
            reasons={detail.card.rejectReasons}
            required
            showKeys={false}
            pending={together.pending}
            onReason={(reason) => void together.rejectAll(reason)}
            onDismiss={() => {
              setRejecting(false);
            }}
          />
        )}
      </div>
      {group !== null && (
        <Bar
          triage={triage}
          together={together}
          question={rejecting ? OTHER : NOTHING_ASKED}
          onReject={() => {
            setRejecting(true);
          }}
        />
      )}
    </article>
  );
}

function differWords(t: Words<"deskPanels">, columns: readonly string[]): ReactNode {
  if (columns.length === 0) return t("together.same");
  const list = new Intl.ListFormat(dateLocaleOf(t.language), { type: "conjunction" }).format(columns);
  return t.rich("together.differ", { columns: list, fields: english });
}

interface BarProps {
  readonly triage: Triage;
  readonly together: Together;
  readonly question: Question;
  readonly onReject: () => void;
}

/** One decision for all. It is armed as a card's is: by the same reducer, once the list has been on the screen for long enough. */
function Bar({ triage, together, question, onReject }: BarProps) {
  const t = useWords("deskPanels");
  const { group, drawn, ready, pending, approve } = together;
  const count = group?.batch.ids.length ?? 0;
  const blocked = triage.queue.connection !== "live";
  const shown = useMemo(
    (): ShownCard | null =>
      drawn === null
        ? null
        : {
            id: drawn.batch,
            version: 1,
            tier: "T1",
            treatment: "review",
            regulated: false,
            decidable: ready && !pending && !blocked,
            approvable: true,
            signableAt: null,
            confirmBy: "hold",
          },
    [drawn, ready, pending, blocked],
  );
  const keys = useKeyMap();
  const only = useMemo(() => keys.filter(({ command }) => command === "approve"), [keys]);
  const act = useCallback(
    (intent: Intent) => {
      if (intent.type === "decide" && intent.card === drawn?.batch) void approve();
    },
    [approve, drawn],
  );
  const input = useReviewInput(shown, question, act, only);
  const missing = drawn === null ? 0 : drawn.open.filter((id) => !together.opened.includes(id)).length;
  const shortcut = useBadge("approve");
  return (
    <div
      data-action-bar
      className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-rule bg-panel px-4 py-3 md:rounded-b-card"
      onFocusCapture={input.noteFocus}
      onPointerDown={letSlideOff}
    >
      <Button variant="outline" size="act" disabled={pending || blocked} onClick={onReject}>
        {t("together.rejectAll")}
      </Button>
      <Button variant="ghost" size="act" onClick={triage.panels.close}>
        {t("together.toCard")}
      </Button>
      {group?.batch.refusal === null && (
        <>
          <p role="status" className="ms-auto text-note text-ink-3 max-md:w-full max-md:empty:hidden">
            {missing > 0 ? t("together.open", { missing }) : ""}
          </p>
          <Button
            variant="primary"
            size="act"
            className="aria-disabled:opacity-60 max-md:grow"
            shortcut={shortcut === "" ? undefined : shortcut}
            aria-disabled={!input.armed || !ready || pending}
            onClick={(event) => {
              if (ready && !pending && input.pointerMayDecide(event)) void approve();
            }}
          >
            {pending ? t("sending") : t("together.approve", { count })}
          </Button>
        </>
      )}
    </div>
  );
}

/** One of them, whole, as it would stand by itself; nothing is decided from here. */
function Looked({ id, now, onBack }: { readonly id: string; readonly now: number; readonly onBack: () => void }) {
  const [t, desk] = [useWords("deskPanels"), useWords("desk")];
  const { detail, failure } = useCard(id, null);
  const bar = (
    <div className="flex items-center gap-3 border-t border-rule px-4 py-3 md:px-6">
      <Button variant="primary" size="large" onClick={onBack}>
        {t("together.toAll")}
      </Button>
      {failure !== null && (
        <p className="text-note text-removed">{asSentence(refusalWords(desk, failure.error, desk("failed.unread")))}</p>
      )}
    </div>
  );
  if (detail === null) return bar;
  const evidence = <EvidenceList evidence={detail.evidence} languages={detail.languages.evidence} />;
  return <ReviewCard id={id} card={detail.card} meta={metaOf(detail)} now={now} actions={bar} unfolded={evidence} />;
}
