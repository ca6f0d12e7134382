"use client";

import { useCallback, useRef, useState } from "react";

import { PeopleApiError, peopleApi } from "../../lib/client/people-api";
import type { Taken } from "../../lib/client/queue-view";
import { leftBy, putBack, take } from "../../lib/client/queue-view";
import type { CardDetail, DecideInput, DecideResult, QueueRow } from "../../lib/contract/people";
import type { RevealedTest } from "../../lib/contract/together";
import { useDeskMemory } from "../desk-provider";
import type { Announce } from "../ui/announcer";
import { useAnnounce } from "../ui/announcer";
import { serverNow } from "../ui/clock";
import { useLoadedWhenIdle } from "../ui/later";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import type { Decided, Refused } from "./decided";
import { verbOf } from "./decided";
import { useBadge } from "./key-context";
import { beside, refusalSays } from "./beside";
import type { FollowUps } from "./follow-ups";
import { useFollowUps } from "./use-follow-ups";
import type { LiveQueue } from "./use-queue";

type Made = Omit<Decided, "at">;

export interface Decisions extends FollowUps {
  /** Newest first. */
  readonly decided: readonly Decided[];
  /**
   * Sends a decision. `optimistic`: the card leaves at once and comes back to its place with the reason if it is refused; otherwise it leaves
   * when the server has recorded it. `next`: what comes then, in words to be heard. Null when it was recorded.
   */
  readonly decide: (
    detail: CardDetail,
    input: Omit<DecideInput, "proposal" | "version" | "digest">,
    how: { readonly optimistic: boolean; readonly next: string },
  ) => Promise<Refused | null>;
  /** Takes over what was decided for many at once: they leave, and can be undone each by itself. */
  readonly noteAll: (rows: readonly QueueRow[], tests: readonly RevealedTest[], type: Decided["type"]) => void;
  /** Gives an item to a person, or back to everybody. Resolves whatever happens: a refusal is announced. */
  readonly assign: (id: string, person: string | null) => Promise<void>;
}

const KEPT = 10;

async function sendSurely(input: DecideInput, me: string, read: (id: string) => Promise<CardDetail>): Promise<DecideResult> {
  try {
    return await peopleApi.decide(input);
  } catch (error) {
    const part = await beside.load().catch(() => null);
    if (part === null) throw error;
    return await part.makeSure(error, input, me, { decide: peopleApi.decide, read });
  }
}

/** This person's decisions: never more than the server has confirmed, and what follows one waits until it is recorded. */
export function useDecisions(
  { update, updateLast }: Pick<LiveQueue, "update" | "updateLast">,
  me: string,
  onBack: (id: string) => void,
): Decisions {
  const { answers, seen } = useDeskMemory();
  useLoadedWhenIdle(beside);
  const t = useWords("desk");
  const announce = useAnnounce();
  const undoKey = useBadge("undo");
  const [decided, setDecided] = useState<readonly Decided[]>([]);
  const places = useRef(new Map<string, Taken>());
  const sending = useRef(new Map<string | null, Promise<unknown>>());

  const note = useCallback((entry: Made) => {
    setDecided((all) => [{ ...entry, at: serverNow() }, ...all.filter((one) => one.id !== entry.id)].slice(0, KEPT));
  }, []);
  const forget = useCallback((id: string) => {
    setDecided((all) => all.filter((one) => one.id !== id));
  }, []);
  const leave = useCallback(
    (id: string) => {
      update((view) => {
        const out = take(view, id);
        if (out !== null) places.current.set(id, out.taken);
        return out?.view ?? view;
      });
    },
    [update],
  );
  const settle = useCallback(
    (id: string, row: QueueRow) => {
      setDecided((all) => all.map((one) => (one.id === id ? { ...one, row } : one)));
      updateLast((last) => [row, ...last.filter((earlier) => earlier.id !== id)].slice(0, KEPT));
    },
    [updateLast],
  );
  const comeBack = useCallback(
    (id: string, row: QueueRow | null, why: string | null) => {
      const taken = places.current.get(id);
      places.current.delete(id);
      if (taken !== undefined) update((view) => putBack(view, { taken, row, why, me }));
    },
    [update, me],
  );

  const decide = useCallback<Decisions["decide"]>(
    async (detail, input, { optimistic, next }) => {
      const { id, headline, version } = detail.row;
      const { type } = input.decision;
      const looked = type === "approve" ? "fine" : "not_fine";
      const entry: Made = { id, headline, type: detail.row.look === null ? type : looked, row: null, refused: null };
      const read = async (): Promise<CardDetail> => (await answers.load()).read(id);
      const request = sendSurely({ proposal: id, version, digest: detail.digest, ...input }, me, read);
      sending.current.set(id, request);
      if (optimistic) leave(id);
      note(entry);
      try {
        const { row, outcome, test } = await request;
        if (!optimistic) leave(id);
        settle(id, row);
        seen.delete(id);
        if (test !== undefined) note({ ...entry, row, test });
        const made = { type, headline, outcome, test, undo: undoKey };
        tell(announce, `${t(verbOf(entry.type, outcome))}. ${next}`, ({ madeWords }) => `${madeWords(t, made)} ${next}`);
        return null;
      } catch (error) {
        const refused = await refusedBy(t, error);
        const now = await read().catch(() => null);
        const decider = now === null || now.row.status === "pending" ? null : leftBy(now.row, me);
        const says = decider === null ? refused.says : t("left.first", { left: t.sentence(decider) });
        comeBack(id, now?.row ?? null, says);
        if (isAskedAgain(refused)) forget(id);
        else note({ ...entry, row: (now ?? detail).row, refused: says });
        tell(announce, t("said.refused", { why: says }), null, "assertive");
        return { ...refused, says };
      } finally {
        sending.current.delete(id);
      }
    },
    [announce, answers, comeBack, forget, leave, me, note, seen, settle, t, undoKey],
  );

  const noteAll = useCallback<Decisions["noteAll"]>(
    (rows, tests, type) => {
      for (const row of rows) {
        const test = tests.find(({ proposal }) => proposal === row.id);
        leave(row.id);
        note({ id: row.id, headline: row.headline, type, row, refused: null, test });
        settle(row.id, row);
      }
    },
    [leave, note, settle],
  );
  const assign = useAssign(update);
  const recorded = useCallback(async (id: string | null) => {
    await sending.current.get(id)?.catch(() => undefined);
  }, []);
  return { decided, decide, noteAll, assign, ...useFollowUps({ recorded, settle, comeBack, forget, onBack, updateLast }) };
}

/** No end of the decision: its form stays, and asks for this once more. */
function isAskedAgain({ code }: Refused): boolean {
  return code === "stale_sign_in" || code === "wrong_match";
}

/** Gives an item to somebody. Nothing that the first card needs: it is loaded when somebody does. */
function useAssign(update: LiveQueue["update"]): Decisions["assign"] {
  const { answers } = useDeskMemory();
  const t = useWords("desk");
  const announce = useAnnounce();
  return useCallback(
    (id, person) =>
      beside.load().then(
        ({ assignTo }) => assignTo({ answers, t, announce, update }, id, person),
        () => {
          announce(t("said.notGiven", { why: t("failed.undecided") }), "assertive");
        },
      ),
    [announce, answers, t, update],
  );
}

/** Says it once no key is held any more: in the words that are loaded behind the first card where there are such, `plain` where they are not here. */
function tell(
  announce: Announce,
  plain: string,
  words: ((part: Awaited<ReturnType<typeof beside.load>>) => string) | null,
  urgency?: Parameters<Announce>[1],
): void {
  void beside.load().then(
    (part) => part.onceUp(() => announce(words?.(part) ?? plain, urgency)),
    () => announce(plain, urgency),
  );
}

/** A refusal in words a reviewer can act on. */
async function refusedBy(t: Words<"desk">, error: unknown): Promise<Refused> {
  const says = await refusalSays(t, error, t("failed.undecided"));
  if (error instanceof PeopleApiError) return { code: error.code, says, issues: error.issues };
  return { code: "internal", says, issues: [] };
}
