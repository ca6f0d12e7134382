"use client";

import { useMemo, useRef } from "react";

import { useDeskMemory } from "../desk-provider";
import { useAnnounce } from "../ui/announcer";
import { useWords } from "../words/words-provider";
import { beside, refusalSays } from "./beside";
import type { DecisionBook, FollowUps } from "./follow-ups";

/** What is announced where it could not be done. */
type Not = "said.notUndone" | "said.notReleased" | "said.noReason" | "said.notRenewed";

type Steps = Awaited<ReturnType<typeof beside.load>>;

/** Undo, release now, renew, and the reason that follows a rejection. Of the first card nothing was decided, so what does it is loaded behind that. */
export function useFollowUps({ recorded, settle, comeBack, forget, onBack, updateLast }: DecisionBook): FollowUps {
  const { answers } = useDeskMemory();
  const t = useWords("desk");
  const announce = useAnnounce();
  /** What is under way about each decision: a reason and the release that follows it arrive in the order of their keys. */
  const underWay = useRef(new Map<string | null, Promise<void>>());
  return useMemo(() => {
    const book = { answers, t, announce, settle, comeBack, forget, onBack, updateLast };
    const attempt = async (id: string | null, not: Not, step: (steps: Steps) => Promise<void>): Promise<void> => {
      const before = underWay.current.get(id) ?? recorded(id);
      const mine = before
        .then(() => beside.load())
        .then(step)
        .catch(async (error: unknown) => {
          announce(t(not, { why: await refusalSays(t, error, t("failed.here")) }), "assertive");
        });
      underWay.current.set(id, mine);
      await mine;
      if (underWay.current.get(id) === mine) underWay.current.delete(id);
    };
    return {
      undo: (id) => attempt(id, "said.notUndone", ({ undo }) => undo(book, id)),
      release: (id) => attempt(id, "said.notReleased", ({ release }) => release(book, id)),
      renew: (id, heard) => attempt(id, "said.notRenewed", ({ renew }) => renew(book, id, heard)),
      giveReason: (id, reason) => attempt(id, "said.noReason", ({ giveReason }) => giveReason(book, id, reason)),
    };
  }, [announce, answers, comeBack, forget, onBack, recorded, settle, t, updateLast]);
}
