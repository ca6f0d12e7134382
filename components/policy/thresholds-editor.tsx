"use client";

import { TIERS, TIER_WORD } from "../../lib/domain/words";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Panel } from "../ui/panel";
import type { DraftDocument } from "./draft";

export interface ThresholdsEditorProps {
  readonly thresholds: DraftDocument["thresholds"];
  readonly editable: boolean;
  /** `amounts.0`, `undoSeconds.T2`, `confidenceFloor.payment`. */
  readonly onChange: (path: string, value: number) => void;
}

const AMOUNT_LABEL = ["Moderate from", "Major from", "Severe from"] as const;

/** Numbers that move the line: amounts, confidence floors, undo windows. */
export function ThresholdsEditor({ thresholds, editable, onChange }: ThresholdsEditorProps) {
  const number = (path: string, label: string, value: number, step: number, hint?: string) => (
    <Field key={path} id={path.replace(".", "-")} label={label} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <Input
          {...control}
          type="number"
          step={step}
          min={0}
          value={String(value)}
          readOnly={!editable}
          className="tabular"
          onChange={(event) => {
            if (event.target.value !== "" && Number.isFinite(event.target.valueAsNumber))
              onChange(path, event.target.valueAsNumber);
          }}
        />
      )}
    </Field>
  );
  return (
    <Panel id="thresholds" title="Thresholds">
      <div className="flex flex-col gap-5">
        <Group title="Stakes by amount" says="in the amount’s own currency">
          {thresholds.amounts.map((amount, index) => number(`amounts.${String(index)}`, AMOUNT_LABEL[index] ?? "", amount, 1))}
        </Group>
        <Group title="Confidence floor" says="declared below it: at least one look">
          {Object.entries(thresholds.confidenceFloor).map(([kind, floor]) =>
            number(`confidenceFloor.${kind}`, kind === "default" ? "All kinds" : kind, floor, 0.01),
          )}
        </Group>
        <Group title="Undo window" says="seconds a decision is held">
          {TIERS.map((tier) => number(`undoSeconds.${tier}`, TIER_WORD[tier], thresholds.undoSeconds[tier], 1))}
        </Group>
      </div>
    </Panel>
  );
}

function Group({ title, says, children }: { readonly title: string; readonly says: string; readonly children: React.ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-note font-semibold">
        {title} <span className="font-normal text-ink-3">{says}</span>
      </legend>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">{children}</div>
    </fieldset>
  );
}
