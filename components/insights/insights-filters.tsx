"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";

import { Button } from "../ui/button";
import { fieldText } from "../ui/field-text";
import { LoadingLine } from "../ui/loading-line";
import type { SelectOption } from "../ui/select";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";
import type { InsightsFields } from "./insights-fields";
import { insightsAddress } from "./insights-fields";

export interface InsightsFiltersProps {
  readonly fields: InsightsFields;
  readonly options: Readonly<Record<keyof InsightsFields, readonly SelectOption[]>>;
}

const SELECTS = ["days", "kind", "agent", "person"] as const;

/** Window, kind, agent and whose figures, all in the address. A plain form that a browser sends by itself. */
export function InsightsFilters({ fields, options }: InsightsFiltersProps) {
  const t = useWords("insights");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <form
      key={insightsAddress(fields)}
      action="/insights"
      aria-label={t("filters")}
      className="relative flex flex-wrap items-center gap-x-4 gap-y-1"
      onSubmit={(event) => {
        event.preventDefault();
        const sent = new FormData(event.currentTarget);
        const of = (name: string) => fieldText(sent, name);
        const next = { days: of("days"), kind: of("kind"), agent: of("agent"), person: of("person") };
        startTransition(() => router.push(insightsAddress(next), { scroll: false }));
      }}
    >
      {pending && <LoadingLine says={t("filters.counting")} />}
      {SELECTS.map((name) => (
        <Select
          key={name}
          look="plain"
          aria-label={t(`filters.${name}`)}
          name={name}
          defaultValue={fields[name]}
          options={options[name]}
          onChange={(event) => event.target.form?.requestSubmit()}
        />
      ))}
      <noscript>
        <Button type="submit" size="small">
          {t("filters.count")}
        </Button>
      </noscript>
    </form>
  );
}
