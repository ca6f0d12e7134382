"use client";

import { Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Panel } from "../ui/panel";
import type { DraftEntry, EntryList } from "./draft";
import { rowOf } from "./entry-words";
import type { EntryRow } from "./entry-words";

/** A filter is worth its place from this many entries on, and a list stays this short until asked. */
const FILTER_FROM = 8;
const SHOWN = 40;

export interface EntriesPanelProps {
  readonly list: EntryList;
  readonly title: string;
  readonly note: string;
  /** What an entry is called: `rule`, and with its article: `a rule`. */
  readonly noun: string;
  readonly oneNoun: string;
  /** Said where there is none yet. */
  readonly empty: string;
  /** Null while the text is not a document with this list. */
  readonly entries: readonly DraftEntry[] | null;
  readonly editable: boolean;
  readonly onOpen: (index: number | null) => void;
  readonly onRemove: (index: number) => void;
}

/** One list of the policy, an entry a row. */
export function EntriesPanel(props: EntriesPanelProps) {
  const { list, title, note, noun, oneNoun, empty, entries, editable, onOpen, onRemove } = props;
  const [filter, setFilter] = useState("");
  const [all, setAll] = useState(false);
  const rows = (entries ?? []).map((entry, index) => ({ index, row: rowOf(list, entry) }));
  const fitting = filter === "" ? rows : rows.filter(({ row }) => fits(row, filter));
  const shown = all ? fitting : fitting.slice(0, SHOWN);
  return (
    <Panel
      id={list}
      title={title}
      note={note}
      padding="flush"
      actions={
        <>
          {rows.length >= FILTER_FROM && (
            <div className="w-40">
              <Input
                type="search"
                aria-label={`Filter the ${title.toLowerCase()}`}
                placeholder="Filter"
                value={filter}
                onChange={(event) => setFilter(event.target.value)}
              />
            </div>
          )}
          {editable && entries !== null && (
            <Button size="small" onClick={() => onOpen(null)}>
              <Plus aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
              Add {oneNoun}
            </Button>
          )}
        </>
      }
    >
      {entries === null && <Says>The text below is not such a document at the moment: mend it to see this list.</Says>}
      {entries !== null && rows.length === 0 && <Says>{empty}</Says>}
      {rows.length > 0 && fitting.length === 0 && <Says>None holds “{filter}”.</Says>}
      {shown.length > 0 && (
        <ul className="max-h-96 divide-y divide-rule overflow-y-auto text-note">
          {shown.map(({ index, row }) => (
            <Entry
              key={`${String(index)} ${row.name}`}
              row={row}
              noun={noun}
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
            Show all {fitting.length}
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
  readonly noun: string;
  readonly editable: boolean;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

function Entry({ row, noun, editable, onOpen, onRemove }: EntryProps) {
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1.5 px-5 py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <code className="font-mono text-small font-strong [overflow-wrap:anywhere] text-ink">{row.name}</code>
          {row.match !== null && <code className="font-mono text-small [overflow-wrap:anywhere] text-ink-2">{row.match}</code>}
        </p>
        {row.condition !== null && (
          <p className="mt-0.5 text-small text-ink-3">
            where <code className="font-mono [overflow-wrap:anywhere] text-ink-2">{row.condition}</code>
          </p>
        )}
      </div>
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-ink">{row.says}</p>
        {row.note !== null && row.note !== "" && <p className="text-small text-ink-3">{row.note}</p>}
      </div>
      {editable && (
        <div className="flex gap-2">
          <Button size="small" aria-label={`Edit the ${noun} ${row.name}`} onClick={onOpen}>
            Edit
          </Button>
          <Button size="small" aria-label={`Remove the ${noun} ${row.name}`} onClick={onRemove}>
            Remove
          </Button>
        </div>
      )}
    </li>
  );
}

function fits(row: EntryRow, filter: string): boolean {
  const sought = filter.toLowerCase();
  return [row.name, row.match, row.says, row.condition, row.note].some((part) => part?.toLowerCase().includes(sought) === true);
}
