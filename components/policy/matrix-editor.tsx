"use client";

import clsx from "clsx";

import { handlingOf, isCellTreatment } from "../../lib/domain/policy/cell-treatment";
import type { CellTreatment } from "../../lib/domain/policy/cell-treatment";
import { REVERSIBILITY_HEAD, cellName, cellWords } from "../../lib/domain/policy/matrix-words";
import { REVERSIBILITIES, STAKES, STAKES_WORD } from "../../lib/domain/words";
import type { Reversibility, Stakes, Treatment } from "../../lib/domain/words";
import type { DraftDocument } from "./draft";

const CHOICES: readonly CellTreatment[] = ["auto", "audit:0.05", "audit:0.2", "review", "confirm", "two_person", "block"];

const LOOK: Record<Treatment, string> = {
  auto: "bg-sunk text-ink-2",
  audit: "bg-cell-audit text-ink",
  review: "bg-cell-look text-ink",
  confirm: "bg-tier-high text-white",
  two_person: "bg-tier-critical text-white",
  block: "bg-ink text-on-ink",
};

export interface MatrixEditorProps {
  readonly matrix: DraftDocument["matrix"];
  /** The matrix in force: cells that differ from it are ringed. */
  readonly inForce: DraftDocument["matrix"] | null;
  readonly editable: boolean;
  readonly onChange: (stakes: Stakes, reversibility: Reversibility, treatment: CellTreatment) => void;
}

/** Stakes against reversibility: what each cell starts with. A cell is a list of its choices; colour only repeats its words. */
export function MatrixEditor({ matrix, inForce, editable, onChange }: MatrixEditorProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-[30rem] table-fixed border-separate border-spacing-1 text-small">
        <caption className="sr-only">What policy does by stakes and reversibility</caption>
        <thead>
          <tr>
            <th scope="col" className="w-20">
              <span className="sr-only">Stakes</span>
            </th>
            {REVERSIBILITIES.map((reversibility) => (
              <th key={reversibility} scope="col" className="px-1 pb-1 text-left font-normal text-ink-2">
                {REVERSIBILITY_HEAD[reversibility]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STAKES.map((stakes) => (
            <tr key={stakes}>
              <th scope="row" className="text-left font-normal text-ink-2">
                {STAKES_WORD[stakes]}
              </th>
              {REVERSIBILITIES.map((reversibility) => (
                <td key={reversibility} className="p-0">
                  <Cell
                    label={cellName(stakes, reversibility)}
                    value={matrix[stakes][reversibility].start}
                    changed={inForce !== null && inForce[stakes][reversibility].start !== matrix[stakes][reversibility].start}
                    editable={editable}
                    onChange={(treatment) => {
                      onChange(stakes, reversibility, treatment);
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly label: string;
  readonly value: CellTreatment;
  readonly changed: boolean;
  readonly editable: boolean;
  readonly onChange: (treatment: CellTreatment) => void;
}

function Cell({ label, value, changed, editable, onChange }: CellProps) {
  const known = isCellTreatment(value);
  const look = clsx(
    "min-h-12 w-full rounded-control px-2 text-center font-strong",
    known ? LOOK[handlingOf(value).treatment] : "bg-sunk text-ink-3",
    changed && "shadow-[0_0_0_1px_var(--panel),0_0_0_3px_var(--accent)]",
  );
  const words = known ? cellWords(value) : value;
  if (!editable) return <div className={clsx(look, "grid place-items-center")}>{words}</div>;
  const choices = CHOICES.includes(value) ? CHOICES : [value, ...CHOICES];
  return (
    <select
      aria-label={changed ? `${label}, changed` : label}
      value={value}
      onChange={(event) => {
        if (isCellTreatment(event.target.value)) onChange(event.target.value);
      }}
      className={clsx(look, "cursor-pointer appearance-none whitespace-normal")}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice} className="bg-panel text-ink">
          {isCellTreatment(choice) ? cellWords(choice) : choice}
        </option>
      ))}
    </select>
  );
}
