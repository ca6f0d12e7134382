"use client";

import type { ReactNode } from "react";
import { use, useEffect, useMemo } from "react";

import type { CardDetail } from "../../lib/contract/people";
import type { HoldHint } from "../../lib/domain/input/input-state";
import { HOLD_MS, asksReasonFirst } from "../../lib/domain/input/input-state";
import type { KeyBinding } from "../../lib/domain/input/key-map";
import type { ActionKeys } from "../card/action-bar";
import { ActionBar } from "../card/action-bar";
import type { ApproveProps } from "../card/approve-button";
import { useAnnounce } from "../ui/announcer";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import { HabitsContext, badgeOf, useKeyMap } from "./key-context";
import { answerAct } from "./later-panels";
import { offersOf } from "./offers";
import type { Triage } from "./use-triage";

export interface CardActsProps extends Pick<Triage, "input" | "act" | "blocked" | "cannotSign" | "reading"> {
  readonly detail: CardDetail;
  readonly onEvidence: () => void;
  /** Hangs above the bar. */
  readonly above?: ReactNode;
}

/** The acts of one card, by its treatment. A click, a tap and a hold all end in the same intents as a key. */
export function CardActs({ input, act, blocked, cannotSign, reading, detail, onEvidence, above }: CardActsProps) {
  const { row } = detail;
  const named = { card: row.id, version: row.version };
  const offers = offersOf(detail);
  const confirming = input.pressedOnce;
  const announce = useAnnounce();
  const [t, desk] = [useWords("card"), useWords("desk")];
  const hint = hintOf(t, input.hint);
  const heard = confirming ? `${t("pressAgain")}: ${row.headline}` : hint;
  useEffect(() => {
    // By key the focus is elsewhere, and a button that says something else is not heard.
    if (heard !== null) announce(heard);
  }, [announce, heard]);
  const twice = use(HabitsContext).confirmBy === "twice";
  const map = useKeyMap();
  const keys = useMemo(() => keysOf(map), [map]);
  const asks = row.treatment === "two_person" || detail.regulated;
  const hold = row.treatment === "confirm" && !asks;
  const approve: Omit<ApproveProps, "subject" | "ready" | "shortcut" | "describedBy"> = {
    mode: hold ? (twice || confirming ? "twice" : "hold") : asks ? "match" : "press",
    holding: input.holding,
    holdMs: HOLD_MS,
    confirming,
    ...(asks
      ? { label: desk(detail.regulated ? "act.sign" : "act.match") }
      : row.look === null
        ? {}
        : { label: desk(`act.fine.${row.look}`) }),
    onPress: (event) => {
      if (!input.pointerMayDecide(event)) return;
      if (asks) act({ type: "open_approval", ...named });
      else if (!hold) act({ type: "decide", decision: "approve", act: "key", ...named });
      // A press without a pointer is nothing that can be held: there, too, the second one decides.
      else if (twice || confirming || event.detail === 0) input.pressed(event);
    },
    onHoldStart: input.press,
    onHoldEnd: input.lift,
  };
  return (
    // No box of its own: the bar sticks to the bottom of the card, not of this.
    <div className="contents" onFocusCapture={input.noteFocus}>
      <ActionBar
        subject={row.headline}
        approve={offers.approve ? approve : null}
        armed={input.armed}
        blocked={blocked}
        cannotApprove={offers.approve ? (cannotSign ?? (reading.done ? null : reading.note)) : null}
        note={offers.approve ? reading.note : null}
        hint={hint}
        below={reading.below}
        above={above}
        onReject={(event) => {
          if (!input.pointerMayDecide(event)) return;
          if (asksReasonFirst({ treatment: row.treatment, regulated: detail.regulated }))
            act({ type: "open_rejection", ...named });
          else act({ type: "decide", decision: "reject", act: "key", ...named });
        }}
        rejectLabel={row.look === null ? t("reject") : desk(`act.wrong.${row.look}`)}
        onEdit={
          offers.edit
            ? () => {
                act({ type: "command", command: "edit" });
              }
            : null
        }
        answer={
          offers.answer ? <answerAct.Part subject={row.headline} main={!offers.approve} blocked={blocked} act={act} /> : null
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

/** Why nothing came of a hold; null where nothing has to be said. */
function hintOf(t: Words<"card">, hint: HoldHint | null): string | null {
  if (hint === null) return null;
  return hint === "tooShort" ? t("tooShort", { seconds: HOLD_MS / 1000 }) : t("tooEarly");
}

/** What is printed on the buttons; nothing where single keys are switched off. */
function keysOf(map: readonly KeyBinding[]): ActionKeys | null {
  const [approve, reject] = [badgeOf(map, "approve"), badgeOf(map, "reject")];
  if (approve === "" || reject === "") return null;
  return { approve, reject, edit: badgeOf(map, "edit"), later: badgeOf(map, "later") };
}
