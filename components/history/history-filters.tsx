"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";

import { Button } from "../ui/button";
import { controlClass } from "../ui/control-class";
import { fieldText } from "../ui/field-text";
import { Search } from "../ui/icons";
import { Link } from "../ui/link";
import { LoadingLine } from "../ui/loading-line";
import type { SelectOption } from "../ui/select";
import { Select } from "../ui/select";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import type { HistoryFields } from "./history-fields";
import { NO_FIELDS, historyAddress, isNarrowed } from "./history-fields";

export interface HistoryFiltersProps {
  readonly fields: HistoryFields;
  readonly options: Readonly<Record<"status" | "agent" | "tier" | "kind" | "by", readonly SelectOption[]>>;
  /** Whose days `from` and `until` are: `Europe/Berlin`. */
  readonly zone: string;
}

const SELECTS = ["status", "agent", "tier", "kind", "by"] as const;

/**
 * Search and filters, all in the address. A plain form that a browser sends by itself; with scripts a choice takes effect at once and the
 * address stays short.
 */
export function HistoryFilters({ fields, options, zone }: HistoryFiltersProps) {
  const t = useWords("history");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const go = (form: HTMLFormElement) => {
    startTransition(() => router.push(historyAddress(fieldsIn(form)), { scroll: false }));
  };
  return (
    <form
      // Another address is another form: going back shows what was chosen there.
      key={historyAddress(fields)}
      action="/history"
      role="search"
      aria-label={t("page")}
      className="relative mb-4 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        go(event.currentTarget);
      }}
    >
      {pending && <LoadingLine says={t("loading")} />}
      <div className="flex gap-2 tight:flex-wrap">
        <label className="relative min-w-0 flex-1 tight:basis-full">
          <span className="sr-only">{t("search.label")}</span>
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute start-2.5 top-2.5 size-4 text-ink-3"
            strokeWidth={1.75}
          />
          <input
            type="search"
            name="text"
            defaultValue={fields.text}
            maxLength={200}
            placeholder={t("search.example")}
            className={controlClass("h-9 ps-8 pe-2.5")}
          />
        </label>
        <Button type="submit">{t("search")}</Button>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {SELECTS.map((name) => (
          <Select
            key={name}
            look="plain"
            aria-label={t(`by.${name}`)}
            name={name}
            defaultValue={fields[name]}
            options={options[name]}
            className={fields[name] === "" ? "" : "[&>select]:font-strong [&>select]:text-ink"}
            onChange={(event) => event.target.form?.requestSubmit()}
          />
        ))}
        <Days t={t} fields={fields} zone={zone} />
        {isNarrowed(fields) && (
          <Link
            href="/history"
            className="ms-auto inline-flex min-h-7 max-md:min-h-11 items-center text-small text-ink-2 underline hover:text-ink"
          >
            {t("clear")}
          </Link>
        )}
      </div>
    </form>
  );
}

function Days({ t, fields, zone }: Pick<HistoryFiltersProps, "fields" | "zone"> & { readonly t: Words<"history"> }) {
  const look = "h-7 max-md:h-11 rounded-badge border border-rule-strong bg-panel px-1.5 text-small text-ink-2";
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 gap-y-1 text-small text-ink-3" title={t("days", { zone })}>
      <label className="inline-flex items-center gap-1.5 tight:flex-wrap">
        {t("from")}
        <input
          type="date"
          name="from"
          defaultValue={fields.from}
          max={fields.until || undefined}
          className={look}
          onBlur={submitChanged(fields.from)}
        />
      </label>
      <label className="inline-flex items-center gap-1.5 tight:flex-wrap">
        {t("to")}
        <input
          type="date"
          name="until"
          defaultValue={fields.until}
          min={fields.from || undefined}
          className={look}
          onBlur={submitChanged(fields.until)}
        />
      </label>
    </span>
  );
}

/** A date is typed in parts, each of which is a change: it counts when the field is left. */
function submitChanged(before: string): (event: React.FocusEvent<HTMLInputElement>) => void {
  return ({ target }) => {
    if (target.value !== before && target.validity.valid) target.form?.requestSubmit();
  };
}

function fieldsIn(form: HTMLFormElement): HistoryFields {
  const sent = new FormData(form);
  const entries = Object.keys(NO_FIELDS).map((name) => [name, fieldText(sent, name).trim()] as const);
  return { ...NO_FIELDS, ...Object.fromEntries(entries) };
}
