"use client";

import { useState, type ReactNode } from "react";

import { useAction } from "../ui/use-action";
import { withEntry } from "./draft";
import type { DraftEntry, EntryList } from "./draft";
import type { PolicyActions } from "./policy-actions";

/** The dialog of one list: which entry it shows, and what the server says against it. */
export interface EntryEditor {
  /** The entry's place; null for a new one, undefined while the dialog is closed. */
  readonly index: number | null | undefined;
  readonly pending: boolean;
  /** What belongs to no field. */
  readonly failure: ReactNode;
  /** What is wrong with a field of the entry: `when`, `then.reason`. */
  readonly issue: (field: string) => string | null;
  readonly open: (index: number | null) => void;
  readonly close: () => void;
  /** Puts the entry into the draft once the server has nothing against it. */
  readonly submit: (entry: DraftEntry) => void;
}

interface Try {
  readonly text: string;
  readonly at: string;
}

/**
 * Edits one entry at a time. What an entry may hold is decided in one place, on the server: a draft with it is checked whole, and only the
 * reasons that lie in this entry keep the dialog open. `fields` are those the dialog shows reasons at.
 */
export function useEntryEditor(
  list: EntryList,
  draft: string,
  entries: number,
  fields: readonly string[],
  check: PolicyActions["check"],
  onChange: (text: string) => void,
): EntryEditor {
  const [index, setIndex] = useState<number | null | undefined>(undefined);
  const [issues, setIssues] = useState<readonly { readonly field: string; readonly says: string }[]>([]);
  const tried = async ({ text, at }: Try) => {
    const answer = await check({ text });
    if (!answer.ok) return answer;
    const inside = answer.value.issues
      .filter(({ path }) => path === at || path.startsWith(`${at}.`))
      .map(({ path, inField }) => ({ field: path.slice(at.length + 1), says: inField }));
    return { ok: true as const, value: { text, inside } };
  };
  const acting = useAction(tried, ({ text, inside }) => {
    setIssues(inside);
    if (inside.length > 0) return;
    setIndex(undefined);
    onChange(text);
  });
  const elsewhere = issues.filter(({ field }) => !fields.includes(field));
  return {
    index,
    pending: acting.pending,
    failure: acting.failure ?? (elsewhere.length === 0 ? null : elsewhere.map(({ says }) => says).join("; ")),
    issue: (field) => issues.find((issue) => issue.field === field)?.says ?? null,
    open(at) {
      acting.clear();
      setIssues([]);
      setIndex(at);
    },
    close: () => setIndex(undefined),
    submit(entry) {
      if (index === undefined) return;
      acting.run({ text: withEntry(draft, list, index, entry), at: `${list}[${String(index ?? entries)}]` });
    },
  };
}
