"use client";

import { Panel } from "../ui/panel";
import { useWords } from "../words/words-provider";
import { ConfidenceSlider } from "./confidence-slider";
import { readDraft, withPrices, withThreshold } from "./draft";
import { MatrixEditor } from "./matrix-editor";
import { PricesEditor } from "./prices-editor";
import { ThresholdsEditor } from "./thresholds-editor";
import type { WhatIf } from "./use-what-if";

export interface DraftControlsProps {
  /** The document in force. */
  readonly text: string;
  readonly draft: string;
  readonly editable: boolean;
  readonly whatIf: WhatIf | null;
  readonly onChange: (draft: string) => void;
}

/** What is moved while its price is looked at: cells and tiers, the confidence floor, thresholds, prices. */
export function DraftControls({ text, draft, editable, whatIf, onChange }: DraftControlsProps) {
  const t = useWords("policyGrid");
  const read = readDraft(draft);
  return (
    <>
      <Panel id="matrix" title={t("title")} note={t("note")}>
        {read.ok ? (
          <>
            <MatrixEditor
              draft={draft}
              document={read.document}
              inForce={draft === text ? null : documentIn(text)}
              editable={editable}
              onChange={onChange}
            />
            <ConfidenceSlider
              floor={read.document.thresholds.confidenceFloor.default}
              editable={editable}
              whatIf={whatIf}
              onChange={(floor) => {
                onChange(withThreshold(draft, "confidenceFloor.default", floor));
              }}
            />
          </>
        ) : (
          <p className="text-note text-ink-3">{t("unreadable")}</p>
        )}
      </Panel>
      {read.ok && (
        <>
          <ThresholdsEditor
            thresholds={read.document.thresholds}
            editable={editable}
            onChange={(path, value) => {
              onChange(withThreshold(draft, path, value));
            }}
          />
          <PricesEditor
            prices={read.document.prices}
            editable={editable}
            onChange={(prices) => {
              onChange(withPrices(draft, prices));
            }}
          />
        </>
      )}
    </>
  );
}

function documentIn(text: string) {
  const read = readDraft(text);
  return read.ok ? read.document : null;
}
