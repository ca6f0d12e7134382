"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import { measureApi } from "../../lib/client/measure-api";
import { riskCoverage } from "../../lib/domain/measure/risk-coverage";
import { CHANGES } from "../../lib/domain/measure/what-if";
import { KINDS } from "../../lib/domain/words";
import { Callout } from "../ui/callout";
import { Panel } from "../ui/panel";
import { ProgressBar } from "../ui/progress-bar";
import { Select } from "../ui/select";
import { ChangedItems } from "./changed-items";
import { ASSUMED_CATCH, automaticWords, blindWords, economicsWords, tilesOf, type Tile } from "./figure-words";
import { useWords } from "../words/words-provider";
import { pricesWords } from "./price-words";
import { RiskCurve } from "./risk-curve";
import type { PastChoice, WhatIf, WhatIfReading } from "./use-what-if";

export interface WhatIfPanelProps {
  readonly reading: WhatIfReading;
  readonly choice: PastChoice;
  readonly onChoice: (choice: PastChoice) => void;
  /** The draft that is about to be proposed: the server counts it too. Null while it is only tried. */
  readonly recount: string | null;
}

const DAYS = [7, 30, 90, 366] as const;

/** What the draft would have made of the past, beside the controls that make the draft. */
export function WhatIfPanel({ reading, choice, onChoice, recount }: WhatIfPanelProps) {
  const t = useWords("whatIf");
  const { whatIf, failure, progress } = reading;
  const note = whatIf === null ? null : t("note", { items: whatIf.figures.items, days: choice.days });
  return (
    <Panel id="what-if" title={t("title")} note={note} actions={<Choice whatIf={whatIf} choice={choice} onChoice={onChoice} />}>
      {failure !== null && <Callout tone="failed" role="alert" title={failure} className="mb-3" />}
      {progress !== null && (
        <ProgressBar
          label={t("counting")}
          value={progress.done}
          max={progress.total}
          says={t("counting.done", progress)}
          className="mb-3"
        />
      )}
      {whatIf === null ? (
        <p aria-busy={failure === null} className="min-h-[30rem] text-note text-ink-3">
          {failure === null ? t("reading") : t("unread")}
        </p>
      ) : whatIf.figures.items === 0 ? (
        <p className="text-note text-ink-3">{t("empty")}</p>
      ) : (
        <>
          {recount !== null && <ServerCount whatIf={whatIf} choice={choice} text={recount} />}
          <Counted whatIf={whatIf} />
        </>
      )}
    </Panel>
  );
}

function Choice({
  whatIf,
  choice,
  onChoice,
}: Pick<WhatIfPanelProps, "choice" | "onChoice"> & { readonly whatIf: WhatIf | null }) {
  const [t, kinds] = [useWords("whatIf"), useWords("terms")];
  return (
    <>
      <Select
        look="plain"
        aria-label={t("choice.kind")}
        value={choice.kind ?? ""}
        options={[
          { value: "", label: t("choice.anyKind") },
          ...KINDS.map((kind) => ({ value: kind, label: kinds(`kind.${kind}`) })),
        ]}
        onChange={({ target: { value } }) => {
          onChoice({ ...choice, kind: KINDS.find((kind) => kind === value) ?? null });
        }}
      />
      <Select
        look="plain"
        aria-label={t("choice.agent")}
        value={choice.agent ?? ""}
        options={[
          { value: "", label: t("choice.anyAgent") },
          ...(whatIf?.past.agents ?? []).map(({ id, name }) => ({ value: id, label: name, labelIsName: true })),
        ]}
        onChange={({ target: { value } }) => {
          onChoice({ ...choice, agent: value === "" ? null : value });
        }}
      />
      <Select
        look="plain"
        aria-label={t("choice.window")}
        value={String(choice.days)}
        options={DAYS.map((days) => ({ value: String(days), label: t("choice.days", { days }) }))}
        onChange={({ target: { value } }) => {
          onChoice({ ...choice, days: Number(value) });
        }}
      />
    </>
  );
}

/** Says whether the server, which will hold the policy, counts what the browser counted: to the item. */
function ServerCount({ whatIf, choice, text }: { readonly whatIf: WhatIf; readonly choice: PastChoice; readonly text: string }) {
  const t = useWords("whatIf");
  const { from, until } = whatIf.past;
  const { data, error } = useQuery({
    queryKey: ["what-if-recount", text, from, until, choice.kind, choice.agent],
    queryFn: ({ signal }) =>
      measureApi.recount({ text, from, until, kind: choice.kind, agent: choice.agent }, () => undefined, signal),
    staleTime: Infinity,
    retry: false,
  });
  if (error !== null) return <Callout tone="failed" title={t("server.failed", { why: error.message })} className="mb-3" />;
  if (data === undefined) return <Callout title={t("server.counting")} role="status" className="mb-3" />;
  const same = JSON.stringify(data.figures) === JSON.stringify(whatIf.figures);
  return same ? (
    <Callout tone="passed" title={t("server.same")} role="status" className="mb-3" />
  ) : (
    <Callout title={t("server.moved")} role="status" className="mb-3" />
  );
}

function Counted({ whatIf }: { readonly whatIf: WhatIf }) {
  const [t, terms] = [useWords("whatIf"), useWords("terms")];
  const { figures, past, now, complete, prices } = whatIf;
  const curve = useMemo(() => riskCoverage(now.columns, now.judged, now.rows), [now]);
  const [blind, economics] = [blindWords(t, figures), economicsWords(t, figures)];
  const changed = CHANGES.flatMap((change) => figures[change]).reduce((sum, count) => sum + count, 0);
  return (
    <div className="flex flex-col gap-5">
      {!complete && <p className="text-note text-ink-3">{t("incomplete")}</p>}
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-rule bg-rule tight:grid-cols-1 sm:grid-cols-4">
        {tilesOf(t, figures, past.reviewers, prices).map((tile) => (
          <TileView key={tile.label} tile={tile} />
        ))}
      </dl>
      <div>
        <h3 className="mb-1 text-note font-semibold">{t("curve")}</h3>
        <p className="mb-1 text-small text-ink-2">{automaticWords(t, figures)}</p>
        <RiskCurve curve={curve} now={figures.now.automatic / figures.items} draft={figures.draft.automatic / figures.items} />
        {blind !== null && <p className="mt-2 text-small text-ink-2">{blind}</p>}
        {economics !== null && (
          <p className="mt-1 text-small text-ink-2">
            {economics}{" "}
            <span className="text-ink-3">
              {pricesWords(terms, prices)} {t("worth.assumed", { caught: ASSUMED_CATCH * 100 })}
            </span>
          </p>
        )}
      </div>
      <div>
        <h3 className="mb-2 text-note font-semibold">{t("changed", { count: changed })}</h3>
        <ChangedItems whatIf={whatIf} />
      </div>
      {(past.unreplayable > 0 || past.truncated) && (
        <p className="text-small text-ink-3">
          {past.unreplayable > 0 && t("unreplayable", { count: past.unreplayable })}{" "}
          {past.truncated && t("truncated", { count: past.items })}
        </p>
      )}
    </div>
  );
}

function TileView({ tile: { label, before, after, says } }: { readonly tile: Tile }) {
  const t = useWords("whatIf");
  return (
    <div className="flex min-w-0 flex-col bg-panel px-3 py-2.5">
      <dt className="text-small text-ink-2">{label}</dt>
      <dd className="tabular mt-0.5 text-[1.0625rem] leading-6">
        {before !== null && (
          <>
            <span className="text-ink-3">{before}</span>
            <span aria-hidden="true" className="mx-1 text-ink-3">
              →
            </span>
            <span className="sr-only"> {t("becomes")} </span>
          </>
        )}
        <strong className="font-semibold">{after}</strong>
      </dd>
      <dd className="text-small text-ink-3">{says}</dd>
    </div>
  );
}
