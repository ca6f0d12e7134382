import { localeOf } from "../../lib/domain/language";
import { SMALL_N } from "../../lib/domain/measure/intervals";
import type { Curve } from "../../lib/domain/measure/risk-coverage";
import { formatCount, formatShare } from "../ui/format-number";
import { TableFold } from "../ui/table-fold";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";

export interface RiskCurveProps {
  readonly curve: Curve;
  /** Shares that run by themselves. */
  readonly now: number;
  readonly draft: number;
}

const [WIDTH, HEIGHT, LEFT, RIGHT, BOTTOM, TOP] = [520, 220, 54, 30, 38, 26];
const TABLE_ROWS = 10;

/** How bad the items would be that run by themselves, against how many do, with the band of 95 %; the same as a table. */
export function RiskCurve({ curve, now, draft }: RiskCurveProps) {
  const t = useWords("whatIf");
  const share = shareIn(t);
  const { points } = curve;
  if (points.length < 2) return <p className="text-note text-ink-3">{t("curve.few", { least: SMALL_N })}</p>;
  const top = topOf(Math.max(...points.map(({ high }) => high)));
  const x = (along: number) => LEFT + along * (WIDTH - LEFT - RIGHT);
  const y = (rate: number) => HEIGHT - BOTTOM - (rate / top) * (HEIGHT - BOTTOM - TOP);
  const line = points.map((point, index) => `${index === 0 ? "M" : "L"}${at(x(point.share))} ${at(y(point.rate))}`).join("");
  const upper = points.map((point) => `${at(x(point.share))} ${at(y(point.high))}`);
  const lower = points.toReversed().map((point) => `${at(x(point.share))} ${at(y(point.low))}`);
  return (
    <figure>
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        role="img"
        aria-label={t("curve.label", { now: share(now), draft: share(draft) })}
        className="w-full overflow-visible text-[18px] text-ink-3 sm:text-[11px]"
      >
        {[0, 1, 2, 3].map((step) => (
          <g key={step}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y((top * step) / 3)} y2={y((top * step) / 3)} className="stroke-rule" />
            <text x={LEFT - 8} y={y((top * step) / 3) + 4} textAnchor="end" className="fill-current">
              {share((top * step) / 3)}
            </text>
          </g>
        ))}
        <path d={`M${upper.join("L")}L${lower.join("L")}Z`} className="fill-added-ground" />
        <path d={line} className="fill-none stroke-accent" strokeWidth={2} />
        <Mark
          x={x(now)}
          y={y(rateAt(curve, now))}
          label={t("curve.now", { share: share(now) })}
          side={now > draft ? "right" : "left"}
          quiet
        />
        {Math.abs(now - draft) > 0.002 && (
          <Mark
            x={x(draft)}
            y={y(rateAt(curve, draft))}
            label={t("curve.draft", { share: share(draft) })}
            side={draft >= now ? "right" : "left"}
          />
        )}
        {[0.25, 0.5, 0.75, 1].map((mark) => (
          <text key={mark} x={x(mark)} y={HEIGHT - BOTTOM + 15} textAnchor="middle" className="fill-current">
            {share(mark)}
          </text>
        ))}
        <text x={LEFT} y={HEIGHT - 3} className="fill-current">
          {t("curve.axis")}
        </text>
      </svg>
      {curve.area !== null && (
        <figcaption className="text-small text-ink-3">{t("curve.area", { area: share(curve.area) })}</figcaption>
      )}
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
  const t = useWords("whatIf");
  const share = shareIn(t);
  const step = Math.max(1, Math.floor(points.length / TABLE_ROWS));
  const shown = points.filter((_, index) => index % step === step - 1);
  return (
    <TableFold label={t("curve")} columns={[t("curve.alone"), t("curve.bad"), t("curve.interval"), t("curve.checked")]}>
      {shown.map((point) => (
        <tr key={point.share} className="border-t border-rule">
          <td className="py-1">{share(point.share)}</td>
          <td>{share(point.rate)}</td>
          <td>{t("curve.between", { low: share(point.low), high: share(point.high) })}</td>
          <td>{formatCount(point.checked, localeOf(t.language))}</td>
        </tr>
      ))}
    </TableFold>
  );
}

function shareIn(t: Words<"whatIf">): (share: number) => string {
  return (share) => formatShare(share, localeOf(t.language));
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
