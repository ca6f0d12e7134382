import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { measureApi, type TriedRule } from "../../lib/client/measure-api";
import { PeopleApiError } from "../../lib/client/people-api";
import type { TryRuleInput } from "../../lib/contract/what-if";

/** While somebody types nothing is asked. */
const REST_MS = 400;

export interface TriedRuleReading {
  readonly tried: TriedRule | null;
  /** Why it cannot be tried as it stands, in the server’s words; null where it said none. */
  readonly failure: { readonly says: string | null } | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly pending: boolean;
}

/** What a rule would have matched among the newest proposals: asked once the typing rests, and given up when it goes on. */
export function useTriedRule(input: TryRuleInput): TriedRuleReading {
  const settled = useRested(input);
  const [progress, setProgress] = useState<TriedRuleReading["progress"]>(null);
  const { data, error, isFetching } = useQuery({
    queryKey: ["tried-rule", settled],
    queryFn: ({ signal }) => {
      setProgress(null);
      return measureApi.tryRule(settled, (done, total) => setProgress({ done, total }), signal);
    },
    enabled: settled.match.trim() !== "",
    retry: false,
    staleTime: 10_000,
  });
  const waiting = JSON.stringify(settled) !== JSON.stringify(input);
  const failure = error === null ? null : { says: error instanceof PeopleApiError ? error.message : null };
  return {
    tried: data ?? null,
    failure: waiting ? null : failure,
    progress: isFetching ? progress : null,
    pending: isFetching || waiting,
  };
}

/** The value once it has not changed for a moment. */
function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => {
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key is the value
  }, [key]);
  return rested;
}
