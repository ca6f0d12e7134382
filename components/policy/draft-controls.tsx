"use client";

import { Panel } from "../ui/panel";
import { ConfidenceSlider } from "./confidence-slider";
import { readDraft, withCell, withPrices, withThreshold } from "./draft";
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

/** What is moved while its price is looked at: cells, the confidence floor, thresholds, prices. */
export function DraftControls({ text, draft, editable, whatIf, onChange }: DraftControlsProps) {
  const read = readDraft(draft);
  return (
    <>
      <Panel id="matrix" title="Where people look" note="stakes × reversibility, all kinds">
        {read.ok ? (
          <>
            <MatrixEditor
              matrix={read.document.matrix}
              inForce={draft === text ? null : matrixIn(text)}
              editable={editable}
              onChange={(stakes, reversibility, treatment) => {
                onChange(withCell(draft, stakes, reversibility, treatment));
              }}
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
          <p className="text-note text-ink-3">The text below is not JSON at the moment: mend it to see the matrix.</p>
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

function matrixIn(text: string) {
  const read = readDraft(text);
  return read.ok ? read.document.matrix : null;
}
