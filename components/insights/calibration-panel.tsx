import { CALIBRATED_FROM, ISOTONIC_FROM, type CalibrationBasis, type FitStep } from "../../lib/domain/measure/calibration";
import type { CalibrationScore, ReliabilityBin } from "../../lib/domain/measure/calibration-score";
import type { Kind } from "../../lib/domain/words";
import { EmptyState } from "../ui/empty-state";
import { formatCount, formatShare } from "../ui/format-number";
import { ChevronRight } from "../ui/icons";
import { Panel } from "../ui/panel";
import { Tag } from "../ui/tag";
import { CalibrationDiagram } from "./calibration-diagram";

/** What one agent's declared figures of one kind were worth. */
export interface CalibrationLineView {
  readonly agentId: string;
  readonly agentName: string;
  readonly kind: Kind;
  readonly labelled: number;
  readonly right: number;
  readonly basis: CalibrationBasis;
  readonly baseRate: number;
  readonly fit: readonly FitStep[];
  readonly bins: readonly ReliabilityBin[];
  readonly score: CalibrationScore | null;
}

/** Declared confidence against what turned out right, by agent and kind. It can only bring a person: a high figure loosens nothing. */
export function CalibrationPanel({ lines }: { readonly lines: readonly CalibrationLineView[] }) {
  return (
    <Panel id="calibration" title="Calibration" note="declared confidence against what was right" padding="flush">
      {lines.length === 0 ? (
        <EmptyState
          title="No agent’s confidence was measured yet"
          says="Once people have decided on proposals that declare one, this shows what those figures were worth."
        />
      ) : (
        <ul className="divide-y divide-rule border-t border-rule">
          {lines.map((line, index) => (
            <Line key={`${line.agentId} ${line.kind}`} line={line} open={index === 0} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Line({ line, open }: { readonly line: CalibrationLineView; readonly open: boolean }) {
  const { agentName, kind, labelled, basis, score } = line;
  return (
    <li>
      <details open={open} className="group">
        <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-1 px-5 py-3 text-note hover:bg-hover">
          <ChevronRight
            aria-hidden="true"
            className="size-4 shrink-0 self-center text-ink-3 group-open:rotate-90"
            strokeWidth={1.75}
          />
          <span className="font-strong [overflow-wrap:anywhere]">
            <bdi>{agentName}</bdi>
          </span>
          <span className="text-ink-2">{kind}</span>
          {basis === "unknown" && <Tag>confidence unknown</Tag>}
          <span className="tabular ml-auto text-small text-ink-3">{formatCount(labelled)} labelled</span>
        </summary>
        <div className="grid gap-x-8 gap-y-4 px-5 pb-5 lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
          <CalibrationDiagram bins={line.bins} fit={line.fit} subject={`${agentName}, ${kind}`} />
          <div className="flex flex-col gap-3">
            <p className="text-note text-ink-2">{basisWords(line)}</p>
            {score !== null && <Score score={score} />}
          </div>
        </div>
      </details>
    </li>
  );
}

function basisWords({ labelled, right, basis, baseRate }: CalibrationLineView): string {
  const seen = `${formatCount(right)} of ${formatCount(labelled)} were right.`;
  switch (basis) {
    case "unknown":
      return `${seen} Under ${String(CALIBRATED_FROM)} labelled items nothing is made of its figures: only what it declares is compared with the floor.`;
    case "base_rate":
      return `${seen} Its figures are drawn to the kind’s base rate, ${formatShare(baseRate)}: ${formatShare(1 - labelled / ISOTONIC_FROM)} of the way. From ${String(ISOTONIC_FROM)} labelled items on its own record replaces them.`;
    case "fit":
      return `${seen} Its figures are replaced by what its record shows (the stepped line), and that is compared with the floor.`;
  }
}

/** Three decimals; what rounds to nothing is nothing, without a sign. */
function figure(value: number): string {
  return (Math.round(value * 1000) / 1000 || 0).toFixed(3).replace("-", "−");
}

function Score({ score }: { readonly score: CalibrationScore }) {
  const rows = [
    ["Brier score", score.brier, "mean squared distance of declared and actual: 0 is best"],
    ["Reliability", score.reliability, "how far declared and actual shares lie apart: 0 is best"],
    ["Resolution", score.resolution, "how well its figures tell right from wrong: more is better"],
    ["Uncertainty", score.uncertainty, "what the base rate alone leaves open"],
    ["Within bins", score.withinBins, "what grouping into ten leaves over"],
    ["Calibration error", score.ece, "mean distance of the dots from the diagonal, weighted by items (ECE)"],
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_auto_minmax(0,1fr)] gap-x-4 text-small">
      {rows.map(([name, value, says]) => (
        <div key={name} className="col-span-3 grid grid-cols-subgrid items-baseline border-t border-rule py-1">
          <dt>{name}</dt>
          <dd className="tabular text-right font-semibold">{figure(value)}</dd>
          <dd className="text-ink-3">{says}</dd>
        </div>
      ))}
      <p className="col-span-3 border-t border-rule pt-1 text-ink-3">
        Brier = reliability − resolution + uncertainty + within bins.
      </p>
    </dl>
  );
}
