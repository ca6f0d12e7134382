import type { ReactNode } from "react";

import { words } from "../words/words";

export interface DayFiguresProps {
  readonly decided: number;
  /** Median active seconds a decision; null before the first. */
  readonly medianSeconds: number | null;
  /** Seeded tests met today and how many of them were caught; null where none are seeded. */
  readonly tests: { readonly caught: number; readonly met: number } | null;
}

/** A person's day. Speed never stands without what was caught beside it. */
export async function DayFigures({ decided, medianSeconds, tests }: DayFiguresProps) {
  const t = await words("shell");
  return (
    <p className="tabular px-2.5 text-small text-ink-2">
      {t.rich("day.decided", { decided: decided.toString(), figure })}
      <br />
      {medianSeconds !== null &&
        tests !== null &&
        t.rich("day.median", { seconds: Math.round(medianSeconds).toString(), figure })}
      {tests !== null &&
        (tests.met === 0
          ? t("day.noTests")
          : t.rich("day.caught", { caught: tests.caught.toString(), met: tests.met.toString(), figure }))}
    </p>
  );
}

function figure(inside: ReactNode): ReactNode {
  return <strong className="font-semibold whitespace-nowrap text-ink">{inside}</strong>;
}
