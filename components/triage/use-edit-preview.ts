"use client";

import { useEffect, useState } from "react";

import { cardsApi } from "../../lib/client/cards-api";
import type { CardDetail } from "../../lib/contract/people";
import type { JsonObject } from "../../lib/domain/json";
import type { Tier, Treatment } from "../../lib/domain/words";

/** What policy makes of the values in the form. */
export interface Preview {
  readonly tier: Tier;
  readonly treatment: Treatment;
}

/** After the last change to the form: once for a word, not for each letter. */
const PREVIEW_AFTER_MS = 300;

/**
 * Asks what policy makes of the edited arguments, anew whenever they change; null while nothing is known, or `edited` is null. A refusal says
 * nothing here: the server judges them again when they are approved, and then says what does not fit.
 */
export function useEditPreview({ row }: CardDetail, edited: JsonObject | null): Preview | null {
  const { id, version } = row;
  const text = edited === null ? null : JSON.stringify(edited);
  const [known, setKnown] = useState<{ readonly of: string; readonly preview: Preview | null } | null>(null);
  useEffect(() => {
    if (edited === null || text === null) return undefined;
    let wanted = true;
    const keep = (preview: Preview | null): void => {
      if (wanted) setKnown({ of: text, preview });
    };
    const timer = setTimeout(() => {
      cardsApi.preview(id, version, edited).then(
        ({ risk, treatment }) => {
          keep({ tier: risk.tier, treatment });
        },
        () => {
          keep(null);
        },
      );
    }, PREVIEW_AFTER_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the arguments are made anew with each rendering: their text says when they are others
  }, [id, version, text]);
  return known !== null && known.of === text ? known.preview : null;
}
