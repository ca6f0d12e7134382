export interface DayFiguresProps {
  readonly decided: number;
  /** Median active seconds a decision; null before the first. */
  readonly medianSeconds: number | null;
  /** Seeded tests met today and how many of them were caught; null where none are seeded. */
  readonly tests: { readonly caught: number; readonly met: number } | null;
}

/** A person's day. Speed never stands without what was caught beside it. */
export function DayFigures({ decided, medianSeconds, tests }: DayFiguresProps) {
  return (
    <p className="tabular px-2.5 text-small text-ink-2">
      Today <Figure>{decided.toString()}</Figure> decided
      <br />
      {medianSeconds !== null && tests !== null && (
        <>
          median <Figure>{`${Math.round(medianSeconds).toString()}\u00A0s`}</Figure> ·{" "}
        </>
      )}
      {tests !== null &&
        (tests.met === 0 ? (
          "no tests yet"
        ) : (
          <>
            caught <Figure>{`${tests.caught.toString()} of ${tests.met.toString()}`}</Figure> tests
          </>
        ))}
    </p>
  );
}

function Figure({ children }: { readonly children: string }) {
  return <strong className="font-semibold whitespace-nowrap text-ink">{children}</strong>;
}
