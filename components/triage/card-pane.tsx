"use client";

import { useState } from "react";

import type { CardDetail } from "../../lib/contract/people";
import { DEFAULT_KEYS, badgeOf } from "../../lib/domain/input/key-map";
import { HOLD_MS } from "../../lib/domain/input/key-reducer";
import { ActionBar } from "../card/action-bar";
import type { ApproveProps } from "../card/approve-button";
import { ReviewCard } from "../card/review-card";
import { ApprovalPanel } from "./approval-panel";
import { metaOf } from "./card-meta";
import { usePointerHold } from "./use-pointer-hold";
import type { Triage } from "./use-triage";

const KEYS = {
  approve: badgeOf(DEFAULT_KEYS, "approve"),
  reject: badgeOf(DEFAULT_KEYS, "reject"),
  edit: badgeOf(DEFAULT_KEYS, "edit"),
  later: badgeOf(DEFAULT_KEYS, "later"),
};

export interface CardPaneProps {
  readonly triage: Triage;
  readonly detail: CardDetail;
  /** The server's clock when the page was rendered. */
  readonly now: number;
  readonly confirmPassword: (password: string) => Promise<{ readonly ok: boolean; readonly detail: string }>;
}

/** The open card with its acts. Keyboard, pointer and touch all end in the same intents. */
export function CardPane({ triage, detail, now, confirmPassword }: CardPaneProps) {
  const { row } = detail;
  const open = row.status === "pending";
  return (
    <ReviewCard
      key={`${row.id}@${String(row.version)}`}
      id={row.id}
      card={detail.card}
      meta={metaOf(detail)}
      now={now}
      onEvidence={() => {
        triage.open("evidence");
      }}
      banner={<CardBanner detail={detail} lookedAtBy={triage.lookedAtBy} />}
      actions={open ? <Acts triage={triage} detail={detail} /> : <Closed words={triage.blocked} />}
    >
      {triage.panel === "approve" && <ApprovalPanel triage={triage} detail={detail} confirmPassword={confirmPassword} />}
    </ReviewCard>
  );
}

function Acts({ triage, detail }: { readonly triage: Triage; readonly detail: CardDetail }) {
  const { row } = detail;
  const { input, act } = triage;
  const named = { card: row.id, version: row.version };
  const [confirming, setConfirming] = useState(false);
  const asks = row.treatment === "two_person" || detail.regulated;
  const hold = row.treatment === "confirm" && !asks;
  const pointer = usePointerHold(() => {
    act({ type: "decide", decision: "approve", act: "hold", ...named });
  });
  const approve: Omit<ApproveProps, "subject" | "ready" | "shortcut" | "describedBy"> = {
    mode: hold ? (confirming ? "twice" : "hold") : asks ? "match" : "press",
    holding: input.holding || pointer.holding,
    holdMs: HOLD_MS,
    confirming,
    ...(asks ? { label: detail.regulated ? "Sign…" : "Choose the value…" } : {}),
    onPress: (event) => {
      if (!input.pointerMayDecide(event)) return;
      if (asks) act({ type: "open_approval", ...named });
      else if (!hold) act({ type: "decide", decision: "approve", act: "key", ...named });
      // A press without a pointer: for those who cannot hold, the second press decides.
      else if (event.detail === 0 && confirming) act({ type: "decide", decision: "approve", act: "alternative", ...named });
      else if (event.detail === 0) setConfirming(true);
    },
    onHoldStart: (event) => {
      if (input.pointerMayDecide({ nativeEvent: event.nativeEvent, timeStamp: event.timeStamp, detail: 1 })) pointer.start();
    },
    onHoldEnd: pointer.cancel,
  };
  return (
    <div onFocusCapture={input.noteFocus}>
      <ActionBar
        subject={row.headline}
        approve={approve}
        armed={input.armed}
        blocked={triage.blocked}
        cannotApprove={detail.cannotSign}
        onReject={(event) => {
          if (input.pointerMayDecide(event)) act({ type: "decide", decision: "reject", act: "key", ...named });
        }}
        onEdit={
          detail.allowed.includes("edit")
            ? () => {
                act({ type: "command", command: "edit" });
              }
            : null
        }
        onLater={() => {
          act({ type: "command", command: "later" });
        }}
        onEvidence={() => {
          triage.open("evidence");
        }}
        predictedSeconds={row.predictedSeconds}
        lane={row.lane}
        keys={KEYS}
      />
    </div>
  );
}

function CardBanner({ detail, lookedAtBy }: { readonly detail: CardDetail; readonly lookedAtBy: string | null }) {
  const notes = [
    lookedAtBy === null ? null : `${lookedAtBy} has this card open.`,
    detail.row.version > 1 ? `Edited: this is version ${String(detail.row.version)}, not what the agent first proposed.` : null,
    detail.signatures.length > 0 && detail.row.status === "pending"
      ? "One person has signed. Yours would be the second signature."
      : null,
    detail.row.lapsed ? "Approved, not run in time. Whoever signed it can renew the approval." : null,
    detail.ownAgent ? "This is your own agent." : null,
  ].filter((note) => note !== null);
  if (notes.length === 0) return null;
  return (
    <p role="note" className="border-b border-rule bg-sunk px-4 py-2 text-note text-ink-2 md:rounded-t-card md:px-6">
      {notes.join(" ")}
    </p>
  );
}

function Closed({ words }: { readonly words: string | null }) {
  return (
    <p role="status" className="border-t border-rule bg-sunk px-4 py-3.5 text-note text-ink-2 md:rounded-b-card md:px-6">
      {words}
    </p>
  );
}
