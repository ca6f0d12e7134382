import type { FitStep } from "../../lib/domain/measure/calibration";
import type { ReliabilityBin } from "../../lib/domain/measure/calibration-score";
import { SMALL_N } from "../../lib/domain/measure/intervals";
import { formatCount, formatShare } from "../ui/format-number";
import { TableFold } from "../ui/table-fold";

export interface CalibrationDiagramProps {
  readonly bins: readonly ReliabilityBin[];
  /** The isotonic fit; empty where there is none. */
  readonly fit: readonly FitStep[];
  readonly subject: string;
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
export function CalibrationDiagram({ bins, fit, subject }: CalibrationDiagramProps) {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return (
    <figure className="min-w-0">
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        role="img"
        aria-label={`Share right against declared confidence of ${subject}. The table below holds the figures.`}
        className="w-full max-w-[26rem] text-[13px] text-ink-3 sm:text-[11px]"
      >
        <Grid />
        {fit.length > 0 && <path d={fitPath(fit)} className="fill-none stroke-ink-3" strokeWidth={1.5} />}
        {bins.map((bin) => (
          <Bin key={bin.from} bin={bin} most={most} />
        ))}
        <text x={LEFT} y={HEIGHT - 3} className="fill-current">
          declared confidence →
        </text>
      </svg>
      <BinTable bins={bins} />
    </figure>
  );
}

function Grid() {
  return (
    <>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line x1={LEFT} x2={LEFT + SIZE} y1={y(share)} y2={y(share)} className="stroke-rule" />
          <text x={LEFT - 8} y={y(share) + 4} textAnchor="end" className="fill-current">
            {formatShare(share)}
          </text>
          <text x={x(share)} y={BASE + COUNTS + 15} textAnchor="middle" className="fill-current">
            {share}
          </text>
        </g>
      ))}
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} className="stroke-rule-strong" strokeDasharray="4 4" />
      <text x={LEFT} y={TOP - 11} className="fill-current">
        share that was right ↑
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

function BinTable({ bins }: { readonly bins: readonly ReliabilityBin[] }) {
  return (
    <TableFold columns={["Declared", "Items", "Right", "95 %"]}>
      {bins
        .filter(({ count }) => count > 0)
        .map(({ from, to, count, right, declared, interval }) => (
          <tr key={from} className="border-t border-rule">
            <td className="py-1">
              {from.toFixed(1)} to {to.toFixed(1)}
              {count >= SMALL_N && declared !== null && <span className="text-ink-3">, mean {declared.toFixed(2)}</span>}
            </td>
            <td>{formatCount(count)}</td>
            <td>{count < SMALL_N ? `${String(right)} of ${String(count)}` : formatShare(right / count)}</td>
            <td>{count < SMALL_N ? "" : `${formatShare(interval.low)} to ${formatShare(interval.high)}`}</td>
          </tr>
        ))}
    </TableFold>
  );
}
