import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";

import { measureApi } from "../../lib/client/measure-api";
import type { PastColumns } from "../../lib/contract/what-if";
import { unpackColumns } from "../../lib/contract/what-if";
import { knobsOf } from "../../lib/domain/measure/replay";
import { compare, count, type Counted, type Figures } from "../../lib/domain/measure/what-if";
import { prepare, type Prepared } from "../../lib/domain/measure/what-if-parts";
import { pricesOf, type Prices } from "../../lib/domain/policy/prices";
import { KINDS, type Kind } from "../../lib/domain/words";
import { entriesKey, readDraft } from "./draft";

/** Which part of the past is looked at. */
export interface PastChoice {
  readonly days: number;
  readonly kind: Kind | null;
  readonly agent: string | null;
}

export interface WhatIf {
  readonly past: PastColumns;
  readonly prepared: Prepared;
  readonly now: Counted;
  readonly draft: Counted;
  readonly figures: Figures;
  /** What the draft counts with; both sides are priced alike. */
  readonly prices: Prices;
  /** False while the draft's rules are not counted yet: the figures are those of its matrix and thresholds alone. */
  readonly complete: boolean;
}

export interface WhatIfReading {
  readonly whatIf: WhatIf | null;
  readonly failure: string | null;
  /** How far the server is with changed rules; null while none are counted. */
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** The past, and what the draft would have made of it. Cells, thresholds and floors are counted here; changed rules by the server. */
export function useWhatIf(text: string, draftText: string, choice: PastChoice, enabled: boolean): WhatIfReading {
  const { data: past, error } = useQuery({
    queryKey: ["what-if", choice.days],
    queryFn: ({ signal }) => measureApi.whatIf(choice.days, signal),
    enabled,
    staleTime: 60_000,
    retry: 1,
  });
  const rules = useChangedRules(text, draftText, past ?? null);
  const later = useDeferredValue(draftText);
  const prepared = useMemo(() => (past === undefined ? null : prepare(unpackColumns(past))), [past]);
  const { kind, agent } = choice;
  const filter = useMemo(
    () => ({
      kind: kind === null ? null : KINDS.indexOf(kind),
      agent: agent === null ? null : (past?.agents.findIndex(({ id }) => id === agent) ?? null),
    }),
    [kind, agent, past],
  );
  const prices = usePrices(later);
  const now = useMemo(() => countText(prepared, text, filter, prices), [prepared, text, filter, prices]);
  const draft = useMemo(
    () => (later === text && rules.prepared === null ? now : countText(rules.prepared ?? prepared, later, filter, prices)),
    [rules.prepared, prepared, later, text, now, filter, prices],
  );
  const whatIf = useMemo((): WhatIf | null => {
    if (past === undefined || prepared === null || now === null || draft === null) return null;
    return { past, prepared, now, draft, figures: compare(now, draft), prices, complete: rules.complete };
  }, [past, prepared, now, draft, prices, rules.complete]);
  return { whatIf, failure: error?.message ?? rules.failure, progress: rules.progress };
}

type Filter = Parameters<typeof count>[1];

/** The same object until a price changes, so that the policy in force is not counted anew at every step of a slider. */
function usePrices(text: string): Prices {
  const read = readDraft(text);
  const key = JSON.stringify(read.ok ? read.document.prices : undefined);
  const [held, setHeld] = useState({ key, prices: pricesOf(read.ok ? read.document : null) });
  if (held.key === key) return held.prices;
  const prices = pricesOf(read.ok ? read.document : null);
  setHeld({ key, prices });
  return prices;
}

function countText(prepared: Prepared | null, text: string, filter: Filter, prices: Prices): Counted | null {
  const read = readDraft(text);
  return prepared === null || !read.ok ? null : count({ prepared, knobs: knobsOf(read.document) }, filter, prices);
}

interface ChangedRules {
  readonly prepared: Prepared | null;
  readonly complete: boolean;
  readonly failure: string | null;
  readonly progress: WhatIfReading["progress"];
}

/** The past as a draft's changed catalogue, rules and limits have it: evaluated by the server, since arguments stay there. */
function useChangedRules(text: string, draftText: string, past: PastColumns | null): ChangedRules {
  const key = useMemo(() => entriesKey(draftText), [draftText]);
  const changed = useMemo(() => key !== "" && key !== entriesKey(text), [key, text]);
  const [progress, setProgress] = useState<WhatIfReading["progress"]>(null);
  const { data, error, isFetching } = useQuery({
    queryKey: ["what-if-rules", key, past?.until],
    queryFn: async ({ signal }) => {
      if (past === null) return null;
      const input = { text: draftText, from: past.from, until: past.until, kind: null, agent: null };
      const { draft } = await measureApi.recount(input, (done, total) => setProgress({ done, total }), signal);
      return draft === null ? null : prepare(unpackColumns(draft));
    },
    enabled: changed && past !== null,
    staleTime: Infinity,
    retry: false,
  });
  if (!changed) return { prepared: null, complete: true, failure: null, progress: null };
  return {
    prepared: data ?? null,
    complete: data !== undefined && data !== null,
    failure: error?.message ?? null,
    progress: isFetching ? progress : null,
  };
}
