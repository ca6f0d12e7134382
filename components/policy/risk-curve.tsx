import type { Curve } from "../../lib/domain/measure/risk-coverage";
import { formatCount, formatShare } from "../ui/format-number";
import { TableFold } from "../ui/table-fold";

export interface RiskCurveProps {
  readonly curve: Curve;
  /** Shares that run by themselves. */
  readonly now: number;
  readonly draft: number;
}

const [WIDTH, HEIGHT, LEFT, RIGHT, BOTTOM, TOP] = [520, 220, 44, 20, 38, 26];
const TABLE_ROWS = 10;

/** How bad the items would be that run by themselves, against how many do, with the band of 95 %; the same as a table. */
export function RiskCurve({ curve, now, draft }: RiskCurveProps) {
  const { points } = curve;
  if (points.length < 2)
    return <p className="text-note text-ink-3">Too little was checked to draw this: 20 labelled items begin it.</p>;
  const top = topOf(Math.max(...points.map(({ high }) => high)));
  const x = (share: number) => LEFT + share * (WIDTH - LEFT - RIGHT);
  const y = (rate: number) => HEIGHT - BOTTOM - (rate / top) * (HEIGHT - BOTTOM - TOP);
  const line = points.map(({ share, rate }, index) => `${index === 0 ? "M" : "L"}${at(x(share))} ${at(y(rate))}`).join("");
  const upper = points.map(({ share, high }) => `${at(x(share))} ${at(y(high))}`);
  const lower = points.toReversed().map(({ share, low }) => `${at(x(share))} ${at(y(low))}`);
  return (
    <figure>
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        role="img"
        aria-label={`Bad rate against automation: ${formatShare(now)} runs by itself now, ${formatShare(draft)} under the draft. The table below holds the figures.`}
        className="w-full text-[18px] text-ink-3 sm:text-[11px]"
      >
        {[0, 1, 2, 3].map((step) => (
          <g key={step}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y((top * step) / 3)} y2={y((top * step) / 3)} className="stroke-rule" />
            <text x={LEFT - 8} y={y((top * step) / 3) + 4} textAnchor="end" className="fill-current">
              {formatShare((top * step) / 3)}
            </text>
          </g>
        ))}
        <path d={`M${upper.join("L")}L${lower.join("L")}Z`} className="fill-added-ground" />
        <path d={line} className="fill-none stroke-accent" strokeWidth={2} />
        <Mark
          x={x(now)}
          y={y(rateAt(curve, now))}
          label={`now ${formatShare(now)}`}
          side={now > draft ? "right" : "left"}
          quiet
        />
        {Math.abs(now - draft) > 0.002 && (
          <Mark
            x={x(draft)}
            y={y(rateAt(curve, draft))}
            label={`draft ${formatShare(draft)}`}
            side={draft >= now ? "right" : "left"}
          />
        )}
        {[0.25, 0.5, 0.75, 1].map((share) => (
          <text key={share} x={x(share)} y={HEIGHT - BOTTOM + 15} textAnchor="middle" className="fill-current">
            {formatShare(share)}
          </text>
        ))}
        <text x={LEFT} y={HEIGHT - 3} className="fill-current">
          share that runs without a look →
        </text>
      </svg>
      <CurveTable curve={curve} />
    </figure>
  );
}

interface MarkProps {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly side: "left" | "right";
  readonly quiet?: boolean;
}

function Mark({ x, y, label, side, quiet = false }: MarkProps) {
  // Near an edge the label turns inwards.
  const end = side === "left" ? x > LEFT + 70 : x > WIDTH - 90;
  return (
    <g className={quiet ? "text-ink-3" : "text-ink"}>
      <line
        x1={x}
        x2={x}
        y1={TOP - 8}
        y2={HEIGHT - BOTTOM}
        className="stroke-current"
        strokeDasharray={quiet ? "3 3" : undefined}
      />
      <circle cx={x} cy={y} r={quiet ? 3.5 : 4.5} className="fill-current" />
      <text
        x={end ? x - 6 : x + 6}
        y={quiet ? TOP - 12 : TOP}
        textAnchor={end ? "end" : "start"}
        className="fill-current font-strong"
      >
        {label}
      </text>
    </g>
  );
}

function CurveTable({ curve: { points } }: { readonly curve: Curve }) {
  const step = Math.max(1, Math.floor(points.length / TABLE_ROWS));
  const shown = points.filter((_, index) => index % step === step - 1);
  return (
    <TableFold columns={["Runs by itself", "Bad among it", "95 %", "Checked"]}>
      {shown.map(({ share, rate, low, high, checked }) => (
        <tr key={share} className="border-t border-rule">
          <td className="py-1">{formatShare(share)}</td>
          <td>{formatShare(rate)}</td>
          <td>
            {formatShare(low)} to {formatShare(high)}
          </td>
          <td>{formatCount(checked)}</td>
        </tr>
      ))}
    </TableFold>
  );
}

/** The rate at a share, between the two points around it. */
function rateAt({ points }: Curve, share: number): number {
  const after = points.findIndex((point) => point.share >= share);
  const [to, from] = [points[after], points[after - 1]];
  if (to === undefined) return points.at(-1)?.rate ?? 0;
  if (from === undefined) return to.rate;
  return from.rate + ((to.rate - from.rate) * (share - from.share)) / (to.share - from.share);
}

/** A round top for the axis: three steps of it are read without thinking. */
function topOf(highest: number): number {
  const steps = [0.003, 0.006, 0.015, 0.03, 0.06, 0.09, 0.15, 0.3, 0.6];
  return steps.find((step) => step >= highest) ?? 0.9;
}

function at(value: number): string {
  return value.toFixed(1);
}
