"use client";

import clsx from "clsx";
import { useState } from "react";

import { CopyButton } from "../ui/copy-button";
import { ChevronRight } from "../ui/icons";
import { Link } from "../ui/link";
import { ExactTime } from "../ui/exact-time";
import { srOnly } from "../ui/sr-only";
import { useWords } from "../words/words-provider";
import type { LedgerRowShown, LedgerRowView } from "./ledger-view";
import { shortHash } from "./ledger-view";

const ROW =
  "grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-0.5 px-5 py-2.5 text-note tight:flex tight:flex-col lg:grid-cols-[4rem_10.5rem_minmax(0,1fr)_minmax(0,1fr)_7rem] compact:py-1";

/** One event: its number, when, who did what to what, and the start of its hash, which opens the exact text that was hashed. */
export function LedgerRow({ row }: { readonly row: LedgerRowView }) {
  const t = useWords("ledger");
  const [open, setOpen] = useState(false);
  const details = `entry-${String(row.seq)}`;
  return (
    <li className="border-t border-rule first:border-t-0">
      <div className={ROW}>
        <Seq seq={row.seq} />
        <ExactTime at={row.at} className="tabular text-ink-3 max-lg:order-4 max-lg:col-span-2 max-lg:text-small" />
        <span className="min-w-0 [overflow-wrap:anywhere] max-lg:order-2 max-lg:col-span-2">
          <span lang="en" className="block text-ink">
            <bdi>{row.says}</bdi>
          </span>
          <span className="block text-small text-ink-3">
            <bdi>{row.actor}</bdi> ·{" "}
            <span translate="no" className="font-mono text-tiny">
              {row.type}
            </span>
          </span>
        </span>
        <span className="min-w-0 [overflow-wrap:anywhere] text-ink-2 max-lg:order-3 max-lg:col-span-2">
          <Subject subject={row.subject} />
        </span>
        <span className="max-lg:order-1 lg:text-end">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={details}
            onClick={() => setOpen(!open)}
            className="-my-0.5 inline-flex min-h-6 items-center gap-1 rounded-badge font-mono text-small text-ink-3 hover:text-ink"
          >
            {t.rich("exact", { hidden: srOnly, hash: <span translate="no">{shortHash(row.hash)}</span> })}
            <ChevronRight
              aria-hidden="true"
              className={clsx("size-3.5 transition-transform", open && "rotate-90")}
              strokeWidth={1.75}
            />
          </button>
        </span>
      </div>
      <div id={details} hidden={!open} className="border-t border-rule bg-sunk px-5 py-3">
        {open && <Exact row={row} />}
      </div>
    </li>
  );
}

/** That an event stands here: its number and hash, so that the record is seen to be whole, and why its words are not shown yet. */
export function WithheldRow({ row }: { readonly row: Extract<LedgerRowShown, { readonly withheld: true }> }) {
  const t = useWords("ledger");
  return (
    <li className={`border-t border-rule first:border-t-0 ${ROW}`}>
      <Seq seq={row.seq} />
      <span className="min-w-0 text-ink-3 max-lg:order-2 max-lg:col-span-2 lg:col-span-3">{t("withheld")}</span>
      <span translate="no" className="font-mono text-small text-ink-3 max-lg:order-1 lg:text-end">
        {shortHash(row.hash)}
      </span>
    </li>
  );
}

function Seq({ seq }: { readonly seq: number }) {
  const t = useWords("ledger");
  return (
    <span className="tabular font-mono text-small text-ink-3 max-lg:order-1">
      <span aria-hidden="true">#</span>
      {t.rich("seq", { hidden: srOnly, seq })}
    </span>
  );
}

function Subject({ subject }: Pick<LedgerRowView, "subject">) {
  if (subject === null) return null;
  const label = <bdi>{subject.label}</bdi>;
  if (subject.href === null) return label;
  return (
    <Link href={subject.href} className="underline decoration-rule-strong underline-offset-2 hover:text-ink">
      {label}
    </Link>
  );
}

function Exact({ row }: { readonly row: LedgerRowView }) {
  const t = useWords("ledger");
  const seq = String(row.seq);
  return (
    <dl className="flex flex-col gap-3 text-small">
      <div>
        <dt className="flex items-center justify-between gap-3 text-ink-3">
          {t("entry")} <CopyButton text={row.entry} label={t("entry.copy", { seq })} />
        </dt>
        <dd translate="no" className="verbatim max-h-72 overflow-y-auto font-mono text-ink-2" tabIndex={0}>
          {row.entry}
        </dd>
      </div>
      <div>
        <dt className="flex items-center justify-between gap-3 text-ink-3">
          {t("hash")}
          <CopyButton text={row.hash} label={t("hash.copy", { seq })} />
        </dt>
        <dd translate="no" className="font-mono [overflow-wrap:anywhere] text-ink-2">
          {row.hash}
        </dd>
      </div>
    </dl>
  );
}
