"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";

import { LoadingLine } from "../ui/loading-line";
import { Select } from "../ui/select";
import { ledgerAddress } from "./ledger-view";

export interface LedgerFilterProps {
  /** Null for every event. */
  readonly type: string | null;
  readonly types: readonly string[];
}

/** Narrows the record to one type of event. A plain form where there are no scripts. */
export function LedgerFilter({ type, types }: LedgerFilterProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <form action="/ledger" className="relative flex items-center gap-3">
      {pending && <LoadingLine says="Loading the record" />}
      <Select
        // Another address is another choice: going back shows what was chosen there.
        key={type}
        look="plain"
        aria-label="Type of event"
        name="type"
        defaultValue={type ?? ""}
        options={[{ value: "", label: "Every event" }, ...types.map((value) => ({ value, label: value }))]}
        onChange={({ target }) => {
          startTransition(() => router.push(ledgerAddress(target.value === "" ? null : target.value), { scroll: false }));
        }}
      />
      <noscript>
        <button type="submit" className="text-small underline">
          Show
        </button>
      </noscript>
    </form>
  );
}
