import clsx from "clsx";
import type { ReactNode } from "react";

export interface TrackProps {
  /** What is drawn, between 0 and 100; null draws an empty track. */
  readonly range: readonly [from: number, to: number] | null;
  readonly point: number | null;
  /** Marked beside it, hollow: what was predicted. */
  readonly aim?: number | null;
}

const [HEIGHT, POINT] = [12, 0.9];

/** A range and the figure in it on a scale from 0 to 100. The words stand beside it: this is decoration. */
export function Track({ range, point, aim = null }: TrackProps) {
  return (
    <svg
      viewBox={`0 0 100 ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="h-3 w-full min-w-24 rounded-badge bg-sunk forced-colors:border"
    >
      {[25, 50, 75].map((at) => (
        <rect key={at} x={at - 0.1} y={0} width={0.2} height={HEIGHT} className="fill-rule-strong" />
      ))}
      {range !== null && (
        <rect x={range[0]} y={3} width={Math.max(POINT, range[1] - range[0])} height={6} className="fill-added-ground" />
      )}
      {aim !== null && <rect x={clamp(aim) - 0.3} y={0} width={0.6} height={HEIGHT} className="fill-ink-3" />}
      {point !== null && <rect x={clamp(point) - POINT / 2} y={1} width={POINT} height={10} className="fill-accent" />}
    </svg>
  );
}

function clamp(at: number): number {
  return Math.min(100 - POINT / 2, Math.max(POINT / 2, at));
}

/** On a phone the track has a line of its own: beside its words nobody could read a difference from it. */
const COLUMNS = "grid grid-cols-2 items-center gap-x-3 sm:grid-cols-[6.5rem_minmax(0,1fr)_7.5rem]";
const ON_ITS_LINE = "order-last col-span-2 sm:order-none sm:col-span-1";

export interface PlotFrameProps {
  /** What the two ends and the middle of the scale stand for. */
  readonly scale: readonly [from: string, middle: string, to: string];
  /** What the marks mean. */
  readonly says: string;
  readonly children: ReactNode;
}

/** Some tracks on one scale, with its units and what the marks mean. */
export function PlotFrame({ scale, says, children }: PlotFrameProps) {
  return (
    <>
      <div className={clsx(COLUMNS, "text-tiny text-ink-3")}>
        <span className="max-sm:hidden" />
        <span className={clsx(ON_ITS_LINE, "tabular flex justify-between")}>
          {scale.map((at) => (
            <span key={at}>{at}</span>
          ))}
        </span>
      </div>
      <ul>{children}</ul>
      <p className="mt-1 text-tiny text-ink-3">{says}</p>
    </>
  );
}

export interface TrackRowProps extends TrackProps {
  readonly name: ReactNode;
  readonly says: ReactNode;
}

/** One line of a plot: its name, the track, and the figures in words. */
export function TrackRow({ name, says, ...track }: TrackRowProps) {
  return (
    <li className={clsx(COLUMNS, "py-1 text-small")}>
      <span className="truncate text-ink-2">{name}</span>
      <span className={clsx(ON_ITS_LINE, "flex")}>
        <Track {...track} />
      </span>
      <span className="tabular text-end text-ink-2">{says}</span>
    </li>
  );
}
