"use client";

import { useQuery } from "@tanstack/react-query";
import { use, useCallback, useEffect, useMemo, useState } from "react";

import { cardsApi } from "../../lib/client/cards-api";
import { peopleApi } from "../../lib/client/people-api";
import { alikeQuery } from "../../lib/client/queries";
import { rejectWhole } from "../../lib/client/reject-whole";
import type { AlikeGroup, DrawResult } from "../../lib/contract/together";
import { useDeskMemory } from "../desk-provider";
import { useAnnounce } from "../ui/announcer";
import { serverNow } from "../ui/clock";
import { useWords } from "../words/words-provider";
import { refusalWords } from "./refusal-words";
import { testWords } from "./test-words";
import type { Triage } from "./use-triage";
import { actedWith } from "./signs";

export interface Together {
  readonly group: AlikeGroup | null;
  /** The batch as the server drew it; null while there is none. */
  readonly drawn: DrawResult | null;
  /** Which of those that were drawn have been opened. */
  readonly opened: readonly string[];
  readonly ready: boolean;
  readonly pending: boolean;
  /** How many of a whole group have been rejected so far; null while that is not going on. */
  readonly rejected: number | null;
  /** Why it cannot be done, or was not, in words. */
  readonly failure: string | null;
  readonly open: (id: string) => Promise<void>;
  readonly approve: () => Promise<void>;
  readonly rejectAll: (reason: { readonly code: string; readonly text: string | null }) => Promise<void>;
}

/** Everything that is like the open card: what differs, the two that have to be opened, and what is decided for all of them. */
export function useTogether(triage: Triage, id: string): Together {
  const [t, desk] = [useWords("deskPanels"), useWords("desk")];
  const { client } = use(useDeskMemory().answers.load());
  const { data: group = null, error } = useQuery(alikeQuery(id), client);
  const [drawn, setDrawn] = useState<DrawResult | null>(null);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const announce = useAnnounce();
  const attempt = useCallback(
    async (work: () => Promise<void>) => {
      setPending(true);
      setFailure(null);
      await work().catch((reason: unknown) => {
        setFailure(refusalWords(desk, reason, desk("failed.undecided")));
      });
      setPending(false);
    },
    [desk],
  );

  const batch = useMemo(() => itemsOf(group, group?.batch.ids ?? []), [group]);
  useEffect(() => {
    if (group === null || group.batch.refusal !== null) return;
    let wanted = true;
    cardsApi.draw(batch).then(
      (result) => {
        if (wanted) setDrawn(result);
      },
      (reason: unknown) => {
        if (wanted) setFailure(refusalWords(desk, reason, t("together.noBatch")));
      },
    );
    return () => {
      wanted = false;
    };
  }, [group, batch, desk, t]);

  const open = useCallback(
    (one: string) =>
      attempt(async () => {
        const version = group?.items.find(({ row }) => row.id === one)?.row.version ?? 1;
        await peopleApi.lease(one, version, "looking");
        setOpened((all) => (all.includes(one) ? all : [...all, one]));
      }),
    [attempt, group],
  );
  const { decisions, panels, selection, rest } = triage;
  const approve = useCallback(
    () =>
      attempt(async () => {
        if (drawn === null) return;
        const { rows, tests } = await cardsApi.approveBatch(drawn.batch, drawn.digest, actedWith());
        decisions.noteAll(rows, tests, "approve");
        for (const row of rows) rest.noteDecision({ ...row, activeMs: null });
        panels.close();
        selection.goOn(id, "approved");
        const told = tests.map((test) => testWords(desk, test));
        announce([t("together.approved", { count: rows.length }), ...told].join(" "));
      }),
    [announce, attempt, decisions, desk, drawn, id, panels, rest, selection, t],
  );
  const { rejected, rejectAll } = useRejectAll(triage, id, { group, attempt, setFailure });
  const ready = drawn !== null && drawn.open.every((one) => opened.includes(one));
  return {
    group,
    drawn,
    opened,
    ready,
    pending,
    rejected,
    failure: failure ?? (error === null ? null : refusalWords(desk, error, t("together.noBatch"))),
    open,
    approve,
    rejectAll,
  };
}

interface Rejecting extends Pick<Together, "group"> {
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
  readonly setFailure: (says: string) => void;
}

/** Rejects the whole group, and says how many are through while that goes on. */
function useRejectAll(
  { decisions, panels, selection, rest }: Triage,
  id: string,
  { group, attempt, setFailure }: Rejecting,
): Pick<Together, "rejected" | "rejectAll"> {
  const [t, desk] = [useWords("deskPanels"), useWords("desk")];
  const [rejected, setRejected] = useState<number | null>(null);
  const announce = useAnnounce();
  const rejectAll = useCallback<Together["rejectAll"]>(
    (reason) =>
      attempt(async () => {
        if (group === null) return;
        const told: string[] = [];
        setRejected(0);
        const went = await rejectWhole(group, id, {
          until: serverNow(),
          read: () => cardsApi.alike(id),
          reject: (items) => cardsApi.rejectAll(items, reason),
          onProgress: ({ rejected: rows, tests }, done) => {
            setRejected(done);
            decisions.noteAll(rows, tests, "reject");
            for (const row of rows) rest.noteDecision({ ...row, activeMs: null });
            told.push(...tests.map((test) => testWords(desk, test)));
          },
        });
        setRejected(null);
        const { rejected: count, moved, failure: stopped } = went;
        if (stopped !== null) {
          const says = refusalWords(desk, stopped.reason, desk("failed.undecided"));
          setFailure(count === 0 ? says : t("together.stopped", { count, says }));
          return;
        }
        panels.close();
        selection.goOn(id, "rejected");
        announce([t("together.rejected", { count, moved }), ...told].join(" "));
      }),
    [announce, attempt, decisions, desk, group, id, panels, rest, selection, setFailure, t],
  );
  return { rejected, rejectAll };
}

function itemsOf(group: AlikeGroup | null, ids: readonly string[]) {
  return (group?.items ?? [])
    .filter(({ row }) => ids.includes(row.id))
    .map(({ row, digest }) => ({ proposal: row.id, version: row.version, digest }));
}
