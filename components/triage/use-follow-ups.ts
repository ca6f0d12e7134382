"use client";

import { useCallback, useRef } from "react";

import { peopleApi } from "../../lib/client/people-api";
import type { QueueRow } from "../../lib/contract/people";
import { useDeskMemory } from "../desk-provider";
import { useAnnounce } from "../ui/announcer";
import { useWords } from "../words/words-provider";
import { refusalSays } from "./beside";
import type { LiveQueue } from "./use-queue";

/** What can still be done about a decision while its window is open. Each resolves whatever happens: a refusal is announced. */
export interface FollowUps {
  readonly undo: (id: string) => Promise<void>;
  readonly release: (id: string) => Promise<void>;
  /** Signs anew what was approved and not run in time. */
  readonly renew: (id: string) => Promise<void>;
  readonly giveReason: (id: string, reason: { readonly code: string; readonly text: string | null }) => Promise<void>;
}

/** How the decisions on this page are kept. */
export interface DecisionBook {
  /** Resolves once the decision on this card is recorded or refused: what follows it must not overtake it. */
  readonly recorded: (id: string) => Promise<void>;
  readonly settle: (id: string, row: QueueRow) => void;
  readonly comeBack: (id: string, row: QueueRow, why: string | null) => void;
  readonly forget: (id: string) => void;
  readonly onBack: (id: string) => void;
  readonly updateLast: LiveQueue["updateLast"];
}

/** What is announced where it could not be done. */
type Not = "said.notUndone" | "said.notReleased" | "said.noReason" | "said.notRenewed";

/** Undo, release now, renew, and the reason that follows a rejection. */
export function useFollowUps({ recorded, settle, comeBack, forget, onBack, updateLast }: DecisionBook): FollowUps {
  const { answers } = useDeskMemory();
  const t = useWords("desk");
  const announce = useAnnounce();
  /** What is under way about each decision: a reason and the release that follows it arrive in the order of their keys. */
  const underWay = useRef(new Map<string, Promise<void>>());
  const attempt = useCallback(
    async (id: string, not: Not, work: () => Promise<void>): Promise<void> => {
      const before = underWay.current.get(id) ?? recorded(id);
      const mine = before.then(work).catch(async (error: unknown) => {
        announce(t(not, { why: await refusalSays(t, error, t("failed.here")) }), "assertive");
      });
      underWay.current.set(id, mine);
      await mine;
      if (underWay.current.get(id) === mine) underWay.current.delete(id);
    },
    [announce, recorded, t],
  );

  const undo = useCallback<FollowUps["undo"]>(
    (id) =>
      attempt(id, "said.notUndone", async () => {
        const { row } = await peopleApi.undo(id);
        forget(id);
        comeBack(id, row, null);
        updateLast((last) => last.filter((earlier) => earlier.id !== id));
        await answers.doubt((one) => one === id);
        onBack(id);
        announce(t("said.undone"));
      }),
    [announce, answers, attempt, comeBack, forget, onBack, t, updateLast],
  );
  const release = useCallback<FollowUps["release"]>(
    (id) =>
      attempt(id, "said.notReleased", async () => {
        const { row } = await peopleApi.release(id);
        settle(id, row);
        announce(t(row.byHand === true ? "said.released.byHand" : "said.released"));
      }),
    [announce, attempt, settle, t],
  );
  const giveReason = useCallback<FollowUps["giveReason"]>(
    (id, reason) =>
      attempt(id, "said.noReason", async () => {
        settle(id, (await peopleApi.reason(id, reason)).row);
        announce(t("said.reason"));
      }),
    [announce, attempt, settle, t],
  );
  const renew = useCallback<FollowUps["renew"]>(
    (id) =>
      attempt(id, "said.notRenewed", async () => {
        const { row } = await peopleApi.renew(id);
        settle(id, row);
        await answers.doubt((one) => one === id);
        announce(t(row.byHand === true ? "said.renewed.byHand" : "said.renewed"));
      }),
    [announce, answers, attempt, settle, t],
  );
  return { undo, release, renew, giveReason };
}
