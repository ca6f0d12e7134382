import { localeOf } from "../../lib/domain/language";
import { confidenceHistogram } from "../../lib/domain/measure/risk-coverage";
import { numberFormat } from "../ui/format-number";
import { useWords } from "../words/words-provider";
import type { WhatIf } from "./use-what-if";

export interface ConfidenceSliderProps {
  readonly floor: number;
  readonly editable: boolean;
  readonly whatIf: WhatIf | null;
  readonly onChange: (floor: number) => void;
}

const BINS = 20;

/** The floor of declared confidence for all kinds, over the figures that agents declared: what it cuts off is seen while it moves. */
export function ConfidenceSlider({ floor, editable, whatIf, onChange }: ConfidenceSliderProps) {
  const t = useWords("whatIf");
  const counts = whatIf === null ? [] : confidenceHistogram(whatIf.now.columns, whatIf.now.rows, BINS);
  const most = Math.max(1, ...counts);
  const declared = counts.reduce((sum, count) => sum + count, 0);
  const under = counts.slice(0, Math.round(floor * BINS)).reduce((sum, count) => sum + count, 0);
  return (
    <div className="mt-5">
      <div className="mb-1 flex items-baseline justify-between text-note">
        <label htmlFor="confidence-floor-slider" className="text-ink-2">
          {t("floor")}
        </label>
        <output htmlFor="confidence-floor-slider" className="tabular font-semibold">
          {numberFormat(localeOf(t.language), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(floor)}
        </output>
      </div>
      <input
        id="confidence-floor-slider"
        type="range"
        min={0}
        max={1}
        step={0.01}
        value={floor}
        disabled={!editable}
        onChange={({ target: { valueAsNumber } }) => {
          onChange(valueAsNumber);
        }}
        className="w-full accent-[var(--accent)]"
      />
      {declared > 0 && (
        <>
          <div aria-hidden="true" className="flex h-9 items-start gap-px px-2">
            {counts.map((count, bin) => (
              <span
                key={bin}
                className={`flex-1 rounded-b-[2px] ${bin < Math.round(floor * BINS) ? "bg-cell-look" : "bg-rule-strong"}`}
                style={{ height: `${String(Math.max(count === 0 ? 0 : 4, (count / most) * 100))}%` }}
              />
            ))}
          </div>
          <p className="mt-1 text-small text-ink-3">{t("floor.under", { under, declared })}</p>
        </>
      )}
    </div>
  );
}
