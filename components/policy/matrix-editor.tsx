"use client";

import clsx from "clsx";
import { useState } from "react";

import { KINDS, REVERSIBILITIES, STAKES, type Kind } from "../../lib/domain/words";
import { Segmented } from "../ui/segmented";
import { Select } from "../ui/select";
import type { DraftDocument } from "./draft";
import { kindsWithOwn, type CellPlace } from "./draft-cells";
import { differs, GRID_VIEWS, shownCell, withChoice, type GridView, type ShownCell } from "./grid-views";
import { placeWords, usePolicyWords } from "./grid-words";

export interface MatrixEditorProps {
  /** The draft's text, and what it holds. */
  readonly draft: string;
  readonly document: DraftDocument;
  /** The document in force: cells that differ from it are ringed. Null while nothing is changed. */
  readonly inForce: DraftDocument | null;
  readonly editable: boolean;
  readonly onChange: (draft: string) => void;
}

/** Stakes against reversibility: what each cell does, how far evidence may loosen it, and its badge; the first two for single kinds too. */
export function MatrixEditor({ draft, document, inForce, editable, onChange }: MatrixEditorProps) {
  const words = usePolicyWords("policyGrid");
  const { t, terms } = words;
  const [view, setView] = useState<GridView>("start");
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kind = view === "tier" ? null : chosen;
  const views = GRID_VIEWS.map((value) => ({ value, label: t(`view.${value}`) }));
  const title = { view: t(`view.${view}`) };
  const cellIn = (shown: DraftDocument, place: CellPlace) => shownCell(words, view, shown, place, kind);
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Segmented label={t("view")} name="grid-view" options={views} value={view} onChange={setView} />
        {view !== "tier" && <KindChoice document={document} chosen={chosen} onChoose={setChosen} />}
      </div>
      <div className="overflow-x-auto">
        <table className="w-full min-w-[30rem] table-fixed border-separate border-spacing-1 text-small">
          <caption className="sr-only">
            {kind === null ? t("caption.all", title) : t("caption", { ...title, kind: terms(`kind.${kind}`) })}
          </caption>
          <thead>
            <tr>
              <th scope="col" className="w-20">
                <span className="sr-only">{t("stakes")}</span>
              </th>
              {REVERSIBILITIES.map((reversibility) => (
                <th key={reversibility} scope="col" className="px-1 pb-1 text-start font-normal text-ink-2">
                  {terms(`way.${reversibility}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {STAKES.map((stakes) => (
              <tr key={stakes}>
                <th scope="row" className="text-start font-normal text-ink-2">
                  {terms(`stakes.${stakes}`)}
                </th>
                {REVERSIBILITIES.map((reversibility) => (
                  <td key={reversibility} className="h-12 p-0">
                    <Cell
                      label={placeWords(words, stakes, reversibility)}
                      cell={cellIn(document, { stakes, reversibility })}
                      changed={
                        inForce !== null &&
                        differs(cellIn(inForce, { stakes, reversibility }), cellIn(document, { stakes, reversibility }))
                      }
                      editable={editable}
                      onChange={(value) => {
                        onChange(withChoice(draft, view, { stakes, reversibility }, kind, value));
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-2 text-small text-ink-3">{t(`view.${view}.says`)}</p>
    </>
  );
}

interface KindChoiceProps {
  readonly document: DraftDocument;
  readonly chosen: Kind | null;
  readonly onChoose: (kind: Kind | null) => void;
}

/** Which kind's cells are shown; a kind with cells of its own says how many. */
function KindChoice({ document, chosen, onChoose }: KindChoiceProps) {
  const { t, terms } = usePolicyWords("policyGrid");
  const own = kindsWithOwn(document.matrix);
  const label = (kind: Kind) => {
    const count = own.get(kind);
    const name = terms(`kind.${kind}`);
    return count === undefined ? name : t("kinds.own", { kind: name, count });
  };
  return (
    <Select
      look="plain"
      aria-label={t("kinds")}
      value={chosen ?? ""}
      options={[{ value: "", label: t("kinds.all") }, ...KINDS.map((kind) => ({ value: kind, label: label(kind) }))]}
      onChange={({ target: { value } }) => {
        onChoose(KINDS.find((kind) => kind === value) ?? null);
      }}
    />
  );
}

interface CellProps {
  readonly label: string;
  readonly cell: ShownCell;
  readonly changed: boolean;
  readonly editable: boolean;
  readonly onChange: (value: string) => void;
}

/** A cell is a list of its choices under its own words, which may take two lines; colour only repeats them. */
function Cell({ label, cell, changed, editable, onChange }: CellProps) {
  const { t } = usePolicyWords("policyGrid");
  const look = clsx(
    "relative grid h-full min-h-12 w-full place-items-center rounded-control px-2 py-1 text-center leading-4 font-strong has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
    cell.look,
    changed && "shadow-[0_0_0_1px_var(--panel),0_0_0_3px_var(--accent)]",
  );
  const words = (
    <span className="min-w-0 [overflow-wrap:anywhere] hyphens-auto">
      {cell.words}
      {cell.note !== null && <span className="block font-normal">{cell.note}</span>}
    </span>
  );
  if (!editable) return <div className={look}>{words}</div>;
  return (
    <div className={look}>
      <span aria-hidden="true">{words}</span>
      <select
        aria-label={changed ? t("cell.changed", { cell: label }) : label}
        value={cell.value}
        onChange={({ target: { value } }) => {
          onChange(value);
        }}
        className="absolute inset-0 cursor-pointer appearance-none opacity-0"
      >
        {cell.choices.map((choice) => (
          <option key={choice.value} value={choice.value} className="bg-panel text-ink">
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
