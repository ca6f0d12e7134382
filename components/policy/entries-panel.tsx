"use client";

import { Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Panel } from "../ui/panel";
import type { DraftEntry, EntryList } from "./draft";
import { rowOf } from "./entry-words";
import { usePolicyWords } from "./grid-words";
import type { EntryRow } from "./entry-words";

/** A filter is worth its place from this many entries on, and a list stays this short until asked. */
const FILTER_FROM = 8;
const SHOWN = 40;

export interface EntriesPanelProps {
  readonly list: EntryList;
  /** Null while the text is not a document with this list. */
  readonly entries: readonly DraftEntry[] | null;
  readonly editable: boolean;
  readonly onOpen: (index: number | null) => void;
  readonly onRemove: (index: number) => void;
}

/** One list of the policy, an entry a row. */
export function EntriesPanel({ list, entries, editable, onOpen, onRemove }: EntriesPanelProps) {
  const words = usePolicyWords("policyLists");
  const { t } = words;
  const [filter, setFilter] = useState("");
  const [all, setAll] = useState(false);
  const rows = (entries ?? []).map((entry, index) => ({ index, row: rowOf(words, list, entry) }));
  const fitting = filter === "" ? rows : rows.filter(({ row }) => fits(row, filter));
  const shown = all ? fitting : fitting.slice(0, SHOWN);
  return (
    <Panel
      id={list}
      title={t(`${list}.title`)}
      note={t(`${list}.note`)}
      padding="flush"
      actions={
        <>
          {rows.length >= FILTER_FROM && (
            <div className="w-40 max-w-full">
              <Input
                type="search"
                aria-label={t(`${list}.filter`)}
                placeholder={t("filter")}
                value={filter}
                onChange={(event) => setFilter(event.target.value)}
              />
            </div>
          )}
          {editable && entries !== null && (
            <Button size="small" onClick={() => onOpen(null)}>
              <Plus aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
              {t(`${list}.add`)}
            </Button>
          )}
        </>
      }
    >
      {entries === null && <Says>{t("unreadable")}</Says>}
      {entries !== null && rows.length === 0 && <Says>{t(`${list}.empty`)}</Says>}
      {rows.length > 0 && fitting.length === 0 && <Says>{t("noneFits", { filter })}</Says>}
      {shown.length > 0 && (
        <ul className="max-h-96 divide-y divide-rule overflow-y-auto text-note">
          {shown.map(({ index, row }) => (
            <Entry
              key={`${String(index)} ${row.name}`}
              row={row}
              list={list}
              editable={editable}
              onOpen={() => onOpen(index)}
              onRemove={() => onRemove(index)}
            />
          ))}
        </ul>
      )}
      {shown.length < fitting.length && (
        <div className="px-5 py-2.5">
          <Button size="small" onClick={() => setAll(true)}>
            {t("all", { count: fitting.length })}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function Says({ children }: { readonly children: React.ReactNode }) {
  return <p className="px-5 pb-4 text-note text-ink-3">{children}</p>;
}

interface EntryProps {
  readonly row: EntryRow;
  readonly list: EntryList;
  readonly editable: boolean;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

function Entry({ row, list, editable, onOpen, onRemove }: EntryProps) {
  const { t } = usePolicyWords("policyLists");
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1.5 px-5 py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <code className="font-mono text-small font-strong [overflow-wrap:anywhere] text-ink">{row.name}</code>
          {row.match !== null && <code className="font-mono text-small [overflow-wrap:anywhere] text-ink-2">{row.match}</code>}
        </p>
        {row.condition !== null && (
          <p className="mt-0.5 text-small text-ink-3">{t.rich("where", { condition: row.condition, code })}</p>
        )}
      </div>
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-ink">{row.says}</p>
        {row.note !== null && row.note !== "" && (
          <p className="text-small text-ink-3">
            <bdi>{row.note}</bdi>
          </p>
        )}
      </div>
      {editable && (
        <div className="flex gap-2">
          <Button size="small" aria-label={t(`${list}.edit`, { name: row.name })} onClick={onOpen}>
            {t("edit")}
          </Button>
          <Button size="small" aria-label={t(`${list}.remove`, { name: row.name })} onClick={onRemove}>
            {t("remove")}
          </Button>
        </div>
      )}
    </li>
  );
}

function code(inside: React.ReactNode): React.ReactNode {
  return <code className="font-mono [overflow-wrap:anywhere] text-ink-2">{inside}</code>;
}

function fits(row: EntryRow, filter: string): boolean {
  const sought = filter.toLowerCase();
  return [row.name, row.match, row.says, row.condition, row.note].some((part) => part?.toLowerCase().includes(sought) === true);
}
