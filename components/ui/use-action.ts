"use client";

import { useState, useTransition, type ReactNode } from "react";

import { english } from "./english";
import { useWords } from "../words/words-provider";

interface Refused {
  readonly ok: false;
  readonly detail: string;
  /** Set where the words are this screen's own; a server's are English. */
  readonly own?: true;
  readonly issues: readonly { readonly path: string; readonly says: string }[];
}
type Answer<Value> = { readonly ok: true; readonly value: Value } | Refused;

/** What a form knows of the call it makes. */
export interface Acting<Input, Value> {
  readonly pending: boolean;
  /** Why it was refused, null while there is nothing to say. Not set when each reason belongs to a field. A server's words are marked as English. */
  readonly failure: ReactNode;
  /** What is wrong with one field, null when it is fine. */
  readonly issue: (path: string) => ReactNode;
  readonly run: (input: Input) => void;
  /** Forgets the last refusal. */
  readonly clear: () => void;
  readonly done: Value | null;
  /** True once the last call was carried out. */
  readonly settled: boolean;
}

/**
 * Runs a server action once at a time, and keeps what it answered. A call that fails outright is said in words too: nobody is left with a
 * button that did nothing. `fields` are those that show their own issue.
 */
export function useAction<Input, Value>(
  action: (input: Input) => Promise<Answer<Value>>,
  onDone: (value: Value) => void = () => undefined,
  fields: readonly string[] = [],
): Acting<Input, Value> {
  const t = useWords("ui");
  const [pending, startTransition] = useTransition();
  const [answer, setAnswer] = useState<Answer<Value> | null>(null);
  const run = (input: Input) => {
    if (pending) return;
    setAnswer(null);
    startTransition(async () => {
      const given = await action(input).catch((): Refused => ({
        ok: false,
        detail: t("unreached"),
        own: true,
        issues: [],
      }));
      setAnswer(given);
      if (given.ok) onDone(given.value);
    });
  };
  const refused = answer?.ok === false ? answer : null;
  const shownByFields =
    refused !== null && refused.issues.length > 0 && refused.issues.every(({ path }) => fields.includes(path));
  return {
    pending,
    failure: refused === null || shownByFields ? null : wordsOf(refused),
    issue: (path) => {
      const says = refused?.issues.find((issue) => issue.path === path)?.says;
      return says === undefined ? null : english(says);
    },
    run,
    clear: () => setAnswer(null),
    done: answer?.ok === true ? answer.value : null,
    settled: answer?.ok === true,
  };
}

function wordsOf({ detail, own }: Refused): ReactNode {
  return own === true ? detail : english(detail);
}
