import type { ReactNode } from "react";

import { localeOf } from "../../lib/domain/language";
import type { FitStep } from "../../lib/domain/measure/calibration";
import type { ReliabilityBin } from "../../lib/domain/measure/calibration-score";
import { SMALL_N } from "../../lib/domain/measure/intervals";
import { formatCount, formatShare, numberFormat } from "../ui/format-number";
import { TableFold } from "../ui/table-fold";
import type { FigureTexts } from "./insight-words";

export interface CalibrationDiagramProps {
  readonly bins: readonly ReliabilityBin[];
  /** The isotonic fit; empty where there is none. */
  readonly fit: readonly FitStep[];
  /** Whose figures, and of what kind, in words. */
  readonly agent: string;
  readonly kind: string;
  readonly t: FigureTexts;
}

const [SIZE, LEFT, RIGHT, TOP, COUNTS, BOTTOM] = [300, 44, 12, 26, 46, 34];
const [WIDTH, HEIGHT] = [SIZE + LEFT + RIGHT, SIZE + TOP + COUNTS + BOTTOM];
const BASE = TOP + SIZE;

const x = (share: number): number => LEFT + share * SIZE;
const y = (share: number): number => BASE - share * SIZE;

/**
 * The reliability diagram: what share was right of what was declared, with 95 % intervals, and below how many items each bin holds; the same as a
 * table. A bin of fewer than twenty items is not drawn as a share: it stands in the counts and in the table.
 */
export function CalibrationDiagram({ bins, fit, agent, kind, t }: CalibrationDiagramProps) {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return (
    <figure className="min-w-0">
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        role="img"
        aria-label={t("diagram.label", { agent, kind })}
        className="w-full max-w-[26rem] overflow-visible text-[13px] text-ink-3 sm:text-[11px]"
      >
        <Grid t={t} />
        {fit.length > 0 && <path d={fitPath(fit)} className="fill-none stroke-ink-3" strokeWidth={1.5} />}
        {bins.map((bin) => (
          <Bin key={bin.from} bin={bin} most={most} />
        ))}
        <text x={LEFT} y={HEIGHT - 3} className="fill-current">
          {t("diagram.declared")}
        </text>
      </svg>
      <BinTable bins={bins} label={t("asTable", { title: `${agent}, ${kind}` })} t={t} />
    </figure>
  );
}

function Grid({ t }: { readonly t: FigureTexts }) {
  const locale = localeOf(t.language);
  return (
    <>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line x1={LEFT} x2={LEFT + SIZE} y1={y(share)} y2={y(share)} className="stroke-rule" />
          <text x={LEFT - 8} y={y(share) + 4} textAnchor="end" className="fill-current">
            {formatShare(share, locale)}
          </text>
          <text x={x(share)} y={BASE + COUNTS + 15} textAnchor="middle" className="fill-current">
            {numberFormat(locale, {}).format(share)}
          </text>
        </g>
      ))}
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} className="stroke-rule-strong" strokeDasharray="4 4" />
      <text x={LEFT} y={TOP - 11} className="fill-current">
        {t("diagram.right")}
      </text>
    </>
  );
}

function Bin({ bin, most }: { readonly bin: ReliabilityBin; readonly most: number }) {
  const { from, to, count, right, declared, interval } = bin;
  if (count === 0 || declared === null) return null;
  const height = Math.max(1.5, (count / most) * (COUNTS - 16));
  return (
    <g>
      <rect x={x(from) + 2} y={BASE + COUNTS - height} width={x(to) - x(from) - 4} height={height} className="fill-rule-strong" />
      {count >= SMALL_N && (
        <g className="text-accent">
          <line x1={x(declared)} x2={x(declared)} y1={y(interval.low)} y2={y(interval.high)} className="stroke-current" />
          <circle cx={x(declared)} cy={y(right / count)} r={4} className="fill-current" />
        </g>
      )}
    </g>
  );
}

function fitPath(fit: readonly FitStep[]): string {
  const [first] = fit;
  const parts = [`M${at(x(0))} ${at(y(first?.share ?? 0))}`];
  for (const { from, share } of fit) parts.push(`H${at(x(from))}V${at(y(share))}`);
  return `${parts.join("")}H${at(x(1))}`;
}

function at(value: number): string {
  return value.toFixed(1);
}

function BinTable({ bins, label, t }: Pick<CalibrationDiagramProps, "bins" | "t"> & { readonly label: string }) {
  const locale = localeOf(t.language);
  const share = (value: number) => formatShare(value, locale);
  return (
    <TableFold label={label} columns={[t("bins.declared"), t("bins.items"), t("bins.right"), t("bins.interval")]}>
      {bins
        .filter(({ count }) => count > 0)
        .map(({ from, to, count, right, declared, interval: { low, high } }) => (
          <tr key={from} className="border-t border-rule">
            <td className="py-1">
              {count < SMALL_N || declared === null
                ? t("bins.range", { from, to })
                : t.rich("bins.rangeAndMean", { from, to, mean: declared, quiet })}
            </td>
            <td>{formatCount(count, locale)}</td>
            <td>{count < SMALL_N ? t("figure.ofSome", { count: right, of: count }) : share(right / count)}</td>
            <td>{count < SMALL_N ? "" : t("bins.between", { low: share(low), high: share(high) })}</td>
          </tr>
        ))}
    </TableFold>
  );
}

function quiet(inside: ReactNode): ReactNode {
  return <span className="text-ink-3">{inside}</span>;
}
