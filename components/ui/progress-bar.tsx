import clsx from "clsx";

export interface ProgressBarProps {
  readonly label: string;
  /** The label is a name, and no text of the screens: the same in every language. */
  readonly labelIsName?: boolean;
  readonly value: number;
  readonly max: number;
  /** What the figure means: `212 of 400 rows`. Shown beside the label and read out. */
  readonly says: string;
  readonly className?: string;
}

/** How much of a known whole is done. */
export function ProgressBar({ label, labelIsName = false, value, max, says, className }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className={className}>
      <div className="mb-1 flex justify-between gap-3 text-small">
        <span translate={labelIsName ? "no" : undefined} className="text-ink-2">
          {label}
        </span>
        <span className="tabular text-ink-3">{says}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        translate={labelIsName ? "no" : undefined}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={says}
        className="h-1.5 overflow-hidden rounded-full bg-rule forced-colors:border"
      >
        <div
          className={clsx("h-full origin-left rounded-full bg-ink transition-transform forced-colors:bg-[Highlight]")}
          style={{ transform: `scaleX(${share.toString()})` }}
        />
      </div>
    </div>
  );
}
