"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useRef } from "react";

import type { QueueParameters } from "../../lib/client/people-api";
import { queueHref } from "../../lib/client/queue-address";
import { Button } from "../ui/button";
import { fieldText } from "../ui/field-text";
import { Input } from "../ui/input";
import { useWords } from "../words/words-provider";
import { SEARCH_FIELD } from "./search-field";

export interface QueueSearchProps {
  readonly parameters: QueueParameters;
  /** It was just asked for: the cursor goes there. */
  readonly searching: boolean;
  /** It has it. */
  readonly onCursor: () => void;
  readonly onLeave: () => void;
}

const TEXT_MAX = 200;

/** Narrows the section to what holds every word. The address keeps it, so it can be saved as a view. */
export function QueueSearch({ parameters, searching, onCursor, onLeave }: QueueSearchProps) {
  const t = useWords("desk");
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (searching) field.current?.focus();
  }, [searching]);
  const go = (text: string): void => {
    // Both at once: gone before what was found is there, the field would let the list jump up and come back with it.
    startTransition(() => {
      onLeave();
      if (text !== (parameters.text ?? "")) router.push(queueHref({ ...parameters, text: text === "" ? null : text }));
    });
  };
  return (
    <form
      role="search"
      className="flex items-center gap-2 border-b border-rule px-4 py-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        go(fieldText(new FormData(event.currentTarget), "text").trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        go("");
      }}
    >
      <Input
        ref={field}
        id={SEARCH_FIELD}
        name="text"
        aria-label={t("search")}
        placeholder={t("search.what")}
        maxLength={TEXT_MAX}
        onFocus={searching ? onCursor : undefined}
        defaultValue={parameters.text ?? ""}
      />
      <Button type="submit">{t("search.do")}</Button>
      <Button
        variant="ghost"
        onClick={() => {
          go("");
        }}
      >
        {t("search.clear")}
      </Button>
    </form>
  );
}
