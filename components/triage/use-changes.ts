"use client";

import { useEffect, useState } from "react";

import type { CardDetail } from "../../lib/contract/people";
import type { FieldChange } from "../../lib/domain/card/card";

interface Compared {
  readonly seen: CardDetail;
  readonly detail: CardDetail;
  readonly changes: readonly FieldChange[];
}

const NOTHING: readonly FieldChange[] = [];

/**
 * What is not as it was when this person first had this card before them: empty when it is the same version, null while it is being found
 * out. Few cards change under a reader, so what compares them is loaded for the first that does.
 */
export function useChanges(seen: CardDetail | undefined, detail: CardDetail | null): readonly FieldChange[] | null {
  const [compared, setCompared] = useState<Compared | null>(null);
  const before = seen === undefined || detail === null || seen.row.version === detail.row.version ? null : seen;
  useEffect(() => {
    if (before === null || detail === null) return;
    let wanted = true;
    const settle = (changes: readonly FieldChange[]): void => {
      if (wanted) setCompared({ seen: before, detail, changes });
    };
    import("../../lib/domain/card/edit-form").then(
      ({ diffArguments }) => settle(diffArguments(before.arguments, detail.arguments)),
      // Not loaded: the card still says that it was edited.
      () => settle(NOTHING),
    );
    return () => {
      wanted = false;
    };
  }, [before, detail]);
  if (before === null) return NOTHING;
  return compared?.seen === before && compared.detail === detail ? compared.changes : null;
}
