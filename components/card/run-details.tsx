"use client";

import type { ReactNode } from "react";

import { plain } from "../../lib/domain/card/spans";
import { linkTo } from "../../lib/domain/card/links";
import { CopyButton } from "../ui/copy-button";
import { useWords } from "../words/words-provider";
import type { RunFacts } from "./run-facts";
import { Spans } from "./spans";

/** The run behind a proposal. The agent's words, so the address of a trace is text with its host told apart, and no link (trust H4). */
export function RunDetails({ run }: { readonly run: RunFacts }) {
  const t = useWords("card");
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [t("from.run"), run.id],
    [t("from.step"), run.step?.toString() ?? null],
    [t("from.model"), run.model],
    [t("from.agent"), run.agentVersion],
    [t("from.prompt"), run.promptVersion],
  ];
  return (
    <dl className="flex flex-col gap-1.5 text-note">
      {facts.map(([label, value]) => value !== null && <Row key={label} label={label} value={<Spans spans={plain(value)} />} />)}
      {run.traceUrl !== null && <Row label={t("from.trace")} value={<Trace url={run.traceUrl} />} />}
    </dl>
  );
}

function Row({ label, value }: { readonly label: string; readonly value: ReactNode }) {
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3">
      <dt className="text-ink-3">{label}</dt>
      <dd translate="no" className="min-w-0 font-mono text-small leading-5 [overflow-wrap:anywhere] text-ink-2">
        {value}
      </dd>
    </div>
  );
}

function Trace({ url }: { readonly url: string }) {
  const t = useWords("card");
  const { host } = linkTo(url);
  return (
    <>
      <span className="flex items-start justify-between gap-3">
        <span className="font-semibold text-ink">{host === "" ? t("from.noHost") : <Spans spans={plain(host)} />}</span>
        <CopyButton text={url} label={t("copy", { what: t("from.trace") })} />
      </span>
      <Spans spans={plain(url)} />
    </>
  );
}
