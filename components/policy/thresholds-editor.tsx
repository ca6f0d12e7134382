"use client";

import { KINDS, TIERS } from "../../lib/domain/words";
import { Panel } from "../ui/panel";
import type { DraftDocument } from "./draft";
import { usePolicyWords } from "./grid-words";
import { NumberField, NumberGroup, OwnNumberField } from "./number-field";

export interface ThresholdsEditorProps {
  readonly thresholds: DraftDocument["thresholds"];
  readonly editable: boolean;
  /** `amounts.0`, `undoSeconds.T2`, `confidenceFloor.payment`; null where a kind is to have no floor of its own. */
  readonly onChange: (path: string, value: number | null) => void;
}

const AMOUNTS = [0, 1, 2] as const;

/** Numbers that move the line: amounts, confidence floors, undo windows. */
export function ThresholdsEditor({ thresholds, editable, onChange }: ThresholdsEditorProps) {
  const { t, terms, ui } = usePolicyWords("policyGrid");
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
    <Panel id="thresholds" title={t("thresholds")}>
      <div className="flex flex-col gap-5">
        <NumberGroup title={t("amounts")} says={t("amounts.says")}>
          {AMOUNTS.map((index) => number(`amounts.${index}`, t(`amounts.${index}`), thresholds.amounts[index], 1))}
        </NumberGroup>
        <NumberGroup title={t("confidence")} says={t("confidence.says")}>
          {number("confidenceFloor.default", t("kinds.all"), thresholds.confidenceFloor.default, 0.01)}
          {KINDS.map((kind) => (
            <OwnNumberField
              key={kind}
              id={`confidenceFloor-${kind}`}
              label={terms(`kind.${kind}`)}
              value={thresholds.confidenceFloor[kind] ?? null}
              otherwise={thresholds.confidenceFloor.default}
              step={0.01}
              editable={editable}
              onChange={(floor) => {
                onChange(`confidenceFloor.${kind}`, floor);
              }}
            />
          ))}
        </NumberGroup>
        <NumberGroup title={t("undo")} says={t("undo.says")}>
          {TIERS.map((tier) => number(`undoSeconds.${tier}`, ui(`tier.${tier}`), thresholds.undoSeconds[tier], 1))}
        </NumberGroup>
      </div>
    </Panel>
  );
}
