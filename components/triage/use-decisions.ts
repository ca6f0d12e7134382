"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";

import { PeopleApiError, peopleApi } from "../../lib/client/people-api";
import { cardQuery, lastQuery } from "../../lib/client/queries";
import type { Taken } from "../../lib/client/queue-view";
import { putBack, take } from "../../lib/client/queue-view";
import type { CardDetail, DecideInput, QueueRow } from "../../lib/contract/people";
import { useAnnounce } from "../ui/announcer";
import type { LiveQueue } from "./use-queue";

/** One decision of this person since the page was opened, on its way or recorded. */
export interface Decided {
  readonly id: string;
  readonly headline: string;
  readonly type: DecideInput["decision"]["type"];
  readonly state: "sending" | "recorded";
  /** The row as last heard of; null while sending. */
  readonly row: QueueRow | null;
}

export interface Decisions {
  /** Newest first. */
  readonly decided: readonly Decided[];
  /** Sends a decision: the card leaves at once and comes back to its place with the reason if it is refused. */
  readonly decide: (detail: CardDetail, input: Omit<DecideInput, "proposal" | "version" | "digest">) => Promise<boolean>;
  readonly undo: (id: string) => Promise<void>;
  readonly release: (id: string) => Promise<void>;
  readonly giveReason: (id: string, reason: { readonly code: string; readonly text: string | null }) => Promise<void>;
}

const SAYS = { approve: "Approved", edit: "Approved with changes", reject: "Rejected", answer: "Answered" } as const;
const KEPT = 10;

/** Optimistic decisions: `sending → recorded`, never more than the server has confirmed. */
export function useDecisions(queue: LiveQueue, onBack: (id: string) => void): Decisions {
  const client = useQueryClient();
  const announce = useAnnounce();
  const [decided, setDecided] = useState<readonly Decided[]>([]);
  const places = useRef(new Map<string, Taken>());
  const { update } = queue;

  const settle = useCallback(
    (id: string, row: QueueRow) => {
      setDecided((all) => all.map((one) => (one.id === id ? { ...one, state: "recorded", row } : one)));
      client.setQueryData(lastQuery().queryKey, (last) =>
        [row, ...(last ?? []).filter((earlier) => earlier.id !== id)].slice(0, KEPT),
      );
    },
    [client],
  );
  const back = useCallback(
    (id: string, row: QueueRow | null, why: string | null) => {
      const taken = places.current.get(id);
      places.current.delete(id);
      setDecided((all) => all.filter((one) => one.id !== id));
      if (taken !== undefined) update((view) => putBack(view, taken, row, why));
      void client.invalidateQueries({ queryKey: cardQuery(id).queryKey });
    },
    [client, update],
  );

  const decide = useCallback<Decisions["decide"]>(
    async (detail, input) => {
      const { id, headline, version } = detail.row;
      update((view) => {
        const out = take(view, id);
        if (out === null) return view;
        places.current.set(id, out.taken);
        return out.view;
      });
      const entry: Decided = { id, headline, type: input.decision.type, state: "sending", row: null };
      setDecided((all) => [entry, ...all.filter((one) => one.id !== id)].slice(0, KEPT));
      try {
        const result = await peopleApi.decide({ proposal: id, version, digest: detail.digest, ...input });
        settle(id, result.row);
        announce(
          result.outcome === "signed"
            ? `Signed. One more signature needed: ${headline}`
            : `${SAYS[input.decision.type]}. Undo with U.`,
        );
        return true;
      } catch (error) {
        const why = words(error);
        back(id, null, why);
        announce(`Not recorded: ${why}`, "assertive");
        return false;
      }
    },
    [update, settle, back, announce],
  );

  const undo = useCallback<Decisions["undo"]>(
    async (id) => {
      try {
        const { row } = await peopleApi.undo(id);
        back(id, row, null);
        client.setQueryData(lastQuery().queryKey, (last) => last?.filter((earlier) => earlier.id !== id));
        onBack(id);
        announce("Undone. It is back in its place.");
      } catch (error) {
        announce(`Not undone: ${words(error)}`, "assertive");
        throw error;
      }
    },
    [back, client, onBack, announce],
  );
  const release = useCallback<Decisions["release"]>(async (id) => settle(id, (await peopleApi.release(id)).row), [settle]);
  const giveReason = useCallback<Decisions["giveReason"]>(
    async (id, reason) => settle(id, (await peopleApi.reason(id, reason)).row),
    [settle],
  );
  return { decided, decide, undo, release, giveReason };
}

/** A refusal in words a reviewer can act on. */
export function words(error: unknown): string {
  return error instanceof PeopleApiError ? error.message : "something failed here: nothing was decided";
}
