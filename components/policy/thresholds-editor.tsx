"use client";

import { TIERS, TIER_WORD } from "../../lib/domain/words";
import { Panel } from "../ui/panel";
import type { DraftDocument } from "./draft";
import { NumberField, NumberGroup } from "./number-field";

export interface ThresholdsEditorProps {
  readonly thresholds: DraftDocument["thresholds"];
  readonly editable: boolean;
  /** `amounts.0`, `undoSeconds.T2`, `confidenceFloor.payment`. */
  readonly onChange: (path: string, value: number) => void;
}

const AMOUNT_LABEL = ["Moderate from", "Major from", "Severe from"] as const;

/** Numbers that move the line: amounts, confidence floors, undo windows. */
export function ThresholdsEditor({ thresholds, editable, onChange }: ThresholdsEditorProps) {
  const number = (path: string, label: string, value: number, step: number) => (
    <NumberField
      key={path}
      id={path.replace(".", "-")}
      label={label}
      value={value}
      step={step}
      editable={editable}
      onChange={(changed) => {
        onChange(path, changed);
      }}
    />
  );
  return (
    <Panel id="thresholds" title="Thresholds">
      <div className="flex flex-col gap-5">
        <NumberGroup title="Stakes by amount" says="in the amount’s own currency">
          {thresholds.amounts.map((amount, index) => number(`amounts.${String(index)}`, AMOUNT_LABEL[index] ?? "", amount, 1))}
        </NumberGroup>
        <NumberGroup title="Confidence floor" says="declared below it: at least one look">
          {Object.entries(thresholds.confidenceFloor).map(([kind, floor]) =>
            number(`confidenceFloor.${kind}`, kind === "default" ? "All kinds" : kind, floor, 0.01),
          )}
        </NumberGroup>
        <NumberGroup title="Undo window" says="seconds a decision is held">
          {TIERS.map((tier) => number(`undoSeconds.${tier}`, TIER_WORD[tier], thresholds.undoSeconds[tier], 1))}
        </NumberGroup>
      </div>
    </Panel>
  );
}
