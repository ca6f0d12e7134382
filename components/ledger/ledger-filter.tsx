"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";

import { LoadingLine } from "../ui/loading-line";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";
import { ledgerAddress } from "./ledger-view";

export interface LedgerFilterProps {
  /** Null for every event. */
  readonly type: string | null;
  readonly types: readonly string[];
}

/** Narrows the record to one type of event. A plain form where there are no scripts. */
export function LedgerFilter({ type, types }: LedgerFilterProps) {
  const t = useWords("ledger");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <form action="/ledger" className="relative flex items-center gap-3">
      {pending && <LoadingLine says={t("loading")} />}
      <Select
        // Another address is another choice: going back shows what was chosen there.
        key={type}
        look="plain"
        aria-label={t("type")}
        name="type"
        defaultValue={type ?? ""}
        options={[{ value: "", label: t("type.any") }, ...types.map((value) => ({ value, label: value, labelIsName: true }))]}
        onChange={({ target }) => {
          startTransition(() => router.push(ledgerAddress(target.value === "" ? null : target.value), { scroll: false }));
        }}
      />
      <noscript>
        <button type="submit" className="text-small underline">
          {t("show")}
        </button>
      </noscript>
    </form>
  );
}
