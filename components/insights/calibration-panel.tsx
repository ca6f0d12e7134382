import { localeOf } from "../../lib/domain/language";
import { CALIBRATED_FROM, ISOTONIC_FROM, type CalibrationBasis, type FitStep } from "../../lib/domain/measure/calibration";
import type { CalibrationScore, ReliabilityBin } from "../../lib/domain/measure/calibration-score";
import type { Kind } from "../../lib/domain/words";
import { EmptyState } from "../ui/empty-state";
import { formatShare, numberFormat } from "../ui/format-number";
import { ChevronRight } from "../ui/icons";
import { Panel } from "../ui/panel";
import { Tag } from "../ui/tag";
import type { Words } from "../words/make-words";
import { words } from "../words/words";
import { CalibrationDiagram } from "./calibration-diagram";
import type { FigureTexts } from "./insight-words";

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
export async function CalibrationPanel({ lines }: { readonly lines: readonly CalibrationLineView[] }) {
  const [t, kinds] = await Promise.all([words("figures"), words("terms")]);
  return (
    <Panel id="calibration" title={t("calibration")} note={t("calibration.note")} padding="flush">
      {lines.length === 0 ? (
        <EmptyState title={t("calibration.empty")} says={t("calibration.empty.says")} />
      ) : (
        <ul className="divide-y divide-rule border-t border-rule">
          {lines.map((line, index) => (
            <Line key={`${line.agentId} ${line.kind}`} line={line} open={index === 0} t={t} kinds={kinds} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface LineProps {
  readonly line: CalibrationLineView;
  readonly open: boolean;
  readonly t: FigureTexts;
  readonly kinds: Words<"terms">;
}

function Line({ line, open, t, kinds }: LineProps) {
  const { agentName, labelled, basis, score } = line;
  const kind = kinds(`kind.${line.kind}`);
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
          {basis === "unknown" && <Tag>{t("calibration.unknown")}</Tag>}
          <span className="tabular ms-auto text-small text-ink-3">{t("calibration.labelled", { labelled })}</span>
        </summary>
        <div className="grid grid-cols-1 gap-x-8 gap-y-4 px-5 pb-5 lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
          <CalibrationDiagram bins={line.bins} fit={line.fit} agent={agentName} kind={kind} t={t} />
          <div className="flex flex-col gap-3">
            <p className="text-note text-ink-2">{basisWords(t, line)}</p>
            {score !== null && <Score score={score} t={t} />}
          </div>
        </div>
      </details>
    </li>
  );
}

function basisWords(t: FigureTexts, { labelled, right, basis, baseRate }: CalibrationLineView): string {
  const share = (value: number) => formatShare(value, localeOf(t.language));
  switch (basis) {
    case "unknown":
      return t("basis.unknown", { right, labelled, from: CALIBRATED_FROM });
    case "base_rate":
      return t("basis.base_rate", {
        ...{ right, labelled, from: ISOTONIC_FROM },
        ...{ baseRate: share(baseRate), way: share(1 - labelled / ISOTONIC_FROM) },
      });
    case "fit":
      return t("basis.fit", { right, labelled });
  }
}

/** Three decimals; what rounds to nothing is nothing, without a sign. */
function figure(t: FigureTexts, value: number): string {
  const three = numberFormat(localeOf(t.language), { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return three.format(Math.round(value * 1000) / 1000 || 0).replace("-", "−");
}

const SCORES = ["brier", "reliability", "resolution", "uncertainty", "withinBins", "ece"] as const;

function Score({ score, t }: { readonly score: CalibrationScore; readonly t: FigureTexts }) {
  return (
    <dl className="grid grid-cols-[auto_auto_minmax(0,1fr)] gap-x-4 text-small tight:grid-cols-[minmax(0,1fr)_auto_0]">
      {SCORES.map((name) => (
        <div key={name} className="col-span-3 grid grid-cols-subgrid items-baseline border-t border-rule py-1">
          <dt>{t(`score.${name}`)}</dt>
          <dd className="tabular text-end font-semibold">{figure(t, score[name])}</dd>
          <dd className="text-ink-3 tight:col-span-3">{t(`score.${name}.says`)}</dd>
        </div>
      ))}
      <p className="col-span-3 border-t border-rule pt-1 text-ink-3">{t("score.sum")}</p>
    </dl>
  );
}
