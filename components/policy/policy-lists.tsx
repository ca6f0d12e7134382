"use client";

import { actionPattern, fitsLoosely, foldName } from "../../lib/domain/policy/action-pattern";
import { CATALOGUE_FIELDS, CatalogueDialog } from "./catalogue-dialog";
import { entriesOf, withoutEntry } from "./draft";
import type { DraftEntry, EntryList } from "./draft";
import { EntriesPanel } from "./entries-panel";
import { partOf, textOf } from "./entry-words";
import { LIMIT_FIELDS, LimitDialog } from "./limit-dialog";
import type { PolicyActions } from "./policy-actions";
import { RULE_FIELDS, RuleDialog } from "./rule-dialog";
import { useEntryEditor } from "./use-entry-editor";

export interface PolicyListsProps {
  readonly draft: string;
  readonly editable: boolean;
  readonly check: PolicyActions["check"];
  readonly onChange: (text: string) => void;
}

/** Rules, catalogue and limits, each with a dialog for one entry. The draft's text stays the only truth. */
export function PolicyLists({ draft, editable, check, onChange }: PolicyListsProps) {
  const rules = useList("rules", RULE_FIELDS, draft, check, onChange);
  const catalogue = useList("catalogue", CATALOGUE_FIELDS, draft, check, onChange);
  const limits = useList("limits", LIMIT_FIELDS, draft, check, onChange);
  const argumentNamesFor = (match: string): readonly string[] => argumentNames(catalogue.entries ?? [], match);
  return (
    <>
      <EntriesPanel {...rules.panel} list="rules" editable={editable} />
      <EntriesPanel {...catalogue.panel} list="catalogue" editable={editable} />
      <EntriesPanel {...limits.panel} list="limits" editable={editable} />
      {rules.shown !== null && (
        <RuleDialog rule={rules.shown} editor={rules.editor} argumentNamesFor={argumentNamesFor} draft={draft} />
      )}
      {catalogue.shown !== null && <CatalogueDialog entry={catalogue.shown} editor={catalogue.editor} />}
      {limits.shown !== null && <LimitDialog limit={limits.shown} editor={limits.editor} />}
    </>
  );
}

function useList(
  list: EntryList,
  fields: readonly string[],
  draft: string,
  check: PolicyActions["check"],
  onChange: (text: string) => void,
) {
  const entries = entriesOf(draft, list);
  const editor = useEntryEditor(list, draft, entries?.length ?? 0, fields, check, onChange);
  const shown: DraftEntry | null =
    editor.index === undefined ? null : editor.index === null ? {} : (entries?.[editor.index] ?? null);
  const panel = {
    entries,
    onOpen: editor.open,
    onRemove: (index: number) => onChange(withoutEntry(draft, list, index)),
  };
  return { entries, editor, shown, panel };
}

/** The arguments named by the schemas of the entries whose actions this pattern fits, or which fit it. */
function argumentNames(catalogue: readonly DraftEntry[], match: string): readonly string[] {
  if (match === "") return [];
  const pattern = actionPattern(match);
  const names = catalogue
    .filter((entry) => {
      const other = textOf(entry, "match");
      return fitsLoosely(pattern, foldName(other)) || fitsLoosely(actionPattern(other), foldName(match));
    })
    .flatMap((entry) => Object.keys(partOf(partOf(entry, "argumentsSchema"), "properties")));
  return [...new Set(names)];
}
