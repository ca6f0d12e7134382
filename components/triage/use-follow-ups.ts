"use client";

import { useCallback, useRef } from "react";

import { PeopleApiError, peopleApi } from "../../lib/client/people-api";
import type { QueueRow } from "../../lib/contract/people";
import { useDeskMemory } from "../desk-provider";
import { useAnnounce } from "../ui/announcer";
import type { LiveQueue } from "./use-queue";

/** What can still be done about a decision while its window is open. Each resolves whatever happens: a refusal is announced. */
export interface FollowUps {
  readonly undo: (id: string) => Promise<void>;
  readonly release: (id: string) => Promise<void>;
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

/** Undo, release now, and the reason that follows a rejection. */
export function useFollowUps({ recorded, settle, comeBack, forget, onBack, updateLast }: DecisionBook): FollowUps {
  const { answers } = useDeskMemory();
  const announce = useAnnounce();
  /** What is under way about each decision: a reason and the release that follows it arrive in the order of their keys. */
  const underWay = useRef(new Map<string, Promise<void>>());
  const attempt = useCallback(
    async (id: string, not: string, work: () => Promise<void>): Promise<void> => {
      const before = underWay.current.get(id) ?? recorded(id);
      const mine = before.then(work).catch((error: unknown) => {
        announce(`${not}: ${error instanceof PeopleApiError ? error.message : "something failed here"}`, "assertive");
      });
      underWay.current.set(id, mine);
      await mine;
      if (underWay.current.get(id) === mine) underWay.current.delete(id);
    },
    [announce, recorded],
  );

  const undo = useCallback<FollowUps["undo"]>(
    (id) =>
      attempt(id, "Not undone", async () => {
        const { row } = await peopleApi.undo(id);
        forget(id);
        comeBack(id, row, null);
        updateLast((last) => last.filter((earlier) => earlier.id !== id));
        await answers.doubt((one) => one === id);
        onBack(id);
        announce("Undone. It is back in its place.");
      }),
    [announce, answers, attempt, comeBack, forget, onBack, updateLast],
  );
  const release = useCallback<FollowUps["release"]>(
    (id) =>
      attempt(id, "Not released", async () => {
        settle(id, (await peopleApi.release(id)).row);
        announce("Released to the agent.");
      }),
    [announce, attempt, settle],
  );
  const giveReason = useCallback<FollowUps["giveReason"]>(
    (id, reason) =>
      attempt(id, "The reason was not recorded", async () => {
        settle(id, (await peopleApi.reason(id, reason)).row);
        announce("Reason recorded.");
      }),
    [announce, attempt, settle],
  );
  return { undo, release, giveReason };
}
