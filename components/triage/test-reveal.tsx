"use client";

import { useEffect, useState } from "react";

import { Callout } from "../ui/callout";
import { useWords } from "../words/words-provider";
import type { Decided } from "./decided";
import { testWords } from "./test-words";

/** Long enough to read one sentence; it stays in the last ten decisions. */
const SHOWN_MS = 3_000;

export interface TestRevealProps {
  readonly decided: readonly Decided[];
}

/** What a test was, right after it was decided. No penalty and no praise: one sentence, and it goes by itself. */
export function TestReveal({ decided }: TestRevealProps) {
  const t = useWords("desk");
  const [gone, setGone] = useState<string | null>(null);
  const latest = decided.find(({ test }) => test !== undefined);
  const id = latest?.id ?? null;
  useEffect(() => {
    if (id === null) return undefined;
    const timer = setTimeout(() => {
      setGone(id);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [id]);
  if (latest?.test === undefined || gone === id) return null;
  return (
    // Over the page, not in it: the next card keeps its place.
    <div className="pointer-events-none fixed inset-x-0 top-2 z-30 flex justify-center px-3">
      <Callout
        className="bg-panel shadow-float"
        tone={latest.test.caught ? "passed" : "note"}
        title={testWords(t, latest.test)}
      />
    </div>
  );
}
