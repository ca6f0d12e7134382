"use client";

import { useEffect, useRef } from "react";

import { Button } from "../ui/button";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";

/** What the server says of one answer. */
export interface WarmUpVerdict {
  readonly right: boolean;
  readonly wrong: string | null;
}

/** A warm-up answer with what the server said of it. */
export interface Told extends WarmUpVerdict {
  readonly rejected: boolean;
}

/** What it was, at the place of the buttons, until the person goes on. */
export function Feedback({ told, onNext }: { readonly told: Told; readonly onNext: () => void }) {
  const t = useWords("warmUp");
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // To go on decides nothing: Enter may do it.
    next.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div
      data-action-bar
      className="sticky bottom-0 flex min-h-[4.25rem] items-center gap-3 border-t border-rule bg-panel px-4 py-2.5 max-md:fixed max-md:inset-x-0 md:rounded-b-card md:px-6"
    >
      <p className={told.right ? "min-w-0 flex-1 font-semibold text-passed" : "min-w-0 flex-1 font-semibold text-removed"}>
        {toldWords(t, told)}
      </p>
      <Button ref={next} size="large" variant="primary" onClick={onNext}>
        {t("next")}
      </Button>
    </div>
  );
}

/** What the person is told. */
export function toldWords(t: Words<"warmUp">, { right, wrong }: Told): string {
  if (wrong !== null) return t(right ? "told.caught" : "told.missed", { wrong });
  return t(right ? "told.right" : "told.fine");
}
