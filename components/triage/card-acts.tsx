"use client";

import { useMemo, useState } from "react";

import type { CardDetail } from "../../lib/contract/people";
import { HOLD_MS, asksReasonFirst } from "../../lib/domain/input/input-state";
import type { KeyBinding } from "../../lib/domain/input/key-map";
import type { ActionKeys } from "../card/action-bar";
import { ActionBar } from "../card/action-bar";
import type { ApproveProps } from "../card/approve-button";
import { badgeOf, useKeyMap } from "./key-context";
import type { Triage } from "./use-triage";

export interface CardActsProps extends Pick<Triage, "input" | "act" | "blocked" | "cannotSign" | "reading"> {
  readonly detail: CardDetail;
  readonly onEvidence: () => void;
}

/** What is said of something that was decided already: of what ran, whether it was fine; of what a person decided, what one would have done. */
const SAYS_FINE = { audit: "It was fine", double: "I would approve" } as const;
const SAYS_WRONG = { audit: "Not fine…", double: "I would reject…" } as const;

/** The acts of one card, by its treatment. A click, a tap and a hold all end in the same intents as a key. */
export function CardActs({ input, act, blocked, cannotSign, reading, detail, onEvidence }: CardActsProps) {
  const { row } = detail;
  const named = { card: row.id, version: row.version };
  const [confirming, setConfirming] = useState(false);
  const map = useKeyMap();
  const keys = useMemo(() => keysOf(map), [map]);
  const asks = row.treatment === "two_person" || detail.regulated;
  const hold = row.treatment === "confirm" && !asks;
  const approve: Omit<ApproveProps, "subject" | "ready" | "shortcut" | "describedBy"> = {
    mode: hold ? (confirming ? "twice" : "hold") : asks ? "match" : "press",
    holding: input.holding,
    holdMs: HOLD_MS,
    confirming,
    ...(asks
      ? { label: detail.regulated ? "Sign…" : "Choose the value…" }
      : row.look === null
        ? {}
        : { label: SAYS_FINE[row.look] }),
    onPress: (event) => {
      if (!input.pointerMayDecide(event)) return;
      if (asks) act({ type: "open_approval", ...named });
      else if (!hold) act({ type: "decide", decision: "approve", act: "key", ...named });
      // A press without a pointer: for those who cannot hold, the second press decides.
      else if (confirming) input.pressedTwice(event);
      else if (event.detail === 0) setConfirming(true);
    },
    onHoldStart: input.press,
    onHoldEnd: input.lift,
  };
  return (
    // No box of its own: the bar sticks to the bottom of the card, not of this.
    <div className="contents" onFocusCapture={input.noteFocus}>
      <ActionBar
        subject={row.headline}
        approve={approve}
        armed={input.armed}
        blocked={blocked}
        cannotApprove={cannotSign ?? (reading.done ? null : reading.note)}
        note={reading.note}
        below={reading.below}
        onReject={(event) => {
          if (!input.pointerMayDecide(event)) return;
          if (asksReasonFirst({ treatment: row.treatment, regulated: detail.regulated }))
            act({ type: "open_rejection", ...named });
          else act({ type: "decide", decision: "reject", act: "key", ...named });
        }}
        rejectLabel={row.look === null ? "Reject" : SAYS_WRONG[row.look]}
        onEdit={
          row.look === null && detail.allowed.includes("edit")
            ? () => {
                act({ type: "command", command: "edit" });
              }
            : null
        }
        onLater={() => {
          act({ type: "command", command: "later" });
        }}
        onEvidence={onEvidence}
        predictedSeconds={row.predictedSeconds}
        lane={row.lane}
        keys={keys}
      />
    </div>
  );
}

/** What is printed on the buttons; nothing where single keys are switched off. */
function keysOf(map: readonly KeyBinding[]): ActionKeys | null {
  const [approve, reject] = [badgeOf(map, "approve"), badgeOf(map, "reject")];
  if (approve === "" || reject === "") return null;
  return { approve, reject, edit: badgeOf(map, "edit"), later: badgeOf(map, "later") };
}
