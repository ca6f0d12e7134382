import type { ReactNode } from "react";

import type { Frame } from "../../lib/contract/frame";
import type { Words } from "../words/make-words";

export interface DayFiguresProps {
  readonly t: Words<"shell">;
  readonly frame: Pick<Frame, "decidedToday" | "medianSeconds" | "testsToday">;
}

/** A person's day. Speed never stands without what was caught beside it. Drawn on the server and in the browser alike. */
export function DayFigures({ t, frame: { decidedToday, medianSeconds, testsToday: tests } }: DayFiguresProps) {
  return (
    <p className="tabular px-2.5 text-small text-ink-2">
      {t.rich("day.decided", { decided: decidedToday.toString(), figure })}
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
