"use client";

import type { ReactNode } from "react";

import type { TextLanguages } from "../../lib/domain/card/text-languages";
import { tellingEvidence } from "../../lib/domain/card/telling-evidence";
import { Tag } from "../ui/tag";
import { useWords } from "../words/words-provider";
import { agentSpans, agentText } from "./agent-spans";
import type { AgentSaysText, Evidence, OpensBehind } from "./card-face";
import { Spans } from "./spans";

export interface AgentSaysProps {
  readonly says: AgentSaysText;
  readonly evidence: readonly Evidence[];
  /** What each of these is written in. */
  readonly languages: TextLanguages;
  /** Opens the drawer; without it the `unfolded` evidence unfolds in place. */
  readonly onOpen?: OpensBehind | undefined;
  /** An {@link import("./evidence-list").EvidenceList}, where no drawer holds it. */
  readonly unfolded?: ReactNode;
}

/** Longer than this, the words fold to one line until asked for; what stands in for a reason has a little more room. */
const SHOWN_WHOLE = 140;
const SHOWN_WHOLE_INSTEAD = 300;
/** More than the widest line can hold. */
const FOLDED_LENGTH = 240;

/** The one place for the agent's words: sunk, marked unverified, escaped, isolated, no links. */
export function AgentSays({ says, evidence, languages, ...opened }: AgentSaysProps) {
  const t = useWords("card");
  const words = says.rationale ?? says.title;
  const language = says.rationale === null ? languages.title : languages.rationale;
  if (words === null && says.doubt === null && evidence.length === 0) return null;
  return (
    <div
      role="group"
      aria-label={t("says.label")}
      className="rounded-control bg-sunk px-3 py-2 text-note text-ink-2 forced-colors:border"
    >
      {words !== null && <Words text={words} language={language} label={t("says.says")} />}
      {says.doubt !== null && <Words text={says.doubt} language={languages.doubt} label={t("says.doubts")} />}
      {words === null && says.doubt === null && <NoReason evidence={evidence} languages={languages} />}
      {evidence.length > 0 && <EvidenceLink count={evidence.length} {...opened} />}
    </div>
  );
}

/** Without a reason, what a customer said last is the nearest to one. */
function NoReason({ evidence, languages }: Pick<AgentSaysProps, "evidence" | "languages">) {
  const t = useWords("card");
  const last = tellingEvidence(evidence);
  if (last === null) return <p className="font-semibold">{t("says.noReason")}</p>;
  const language = languages.evidence[evidence.indexOf(last)] ?? null;
  const label = t("says.lastEvidence", { label: agentText(last.label) });
  return <Words text={last.text} language={language} label={label} whole={SHOWN_WHOLE_INSTEAD} />;
}

interface WordsProps {
  readonly text: string;
  /** Its language tag; null where it is not known. */
  readonly language: string | null;
  readonly label: string;
  /** Up to so many characters they are shown whole. */
  readonly whole?: number;
}

function Words({ text, language, label, whole = SHOWN_WHOLE }: WordsProps) {
  const t = useWords("card");
  const head = (
    <>
      <span className="font-semibold">{label}</span> <Tag className="mx-1">{t("says.unverified")}</Tag>{" "}
    </>
  );
  if (text.length <= whole && !text.includes("\n")) {
    return (
      <p>
        {head}
        <Quote text={text} language={language} />
      </p>
    );
  }
  return (
    <details className="group">
      <summary className="flex flex-wrap items-baseline rounded-badge @md:flex-nowrap">
        <span className="shrink-0">{head}</span>
        <span className="min-w-0 flex-1 basis-full truncate group-open:invisible [&_*]:whitespace-nowrap @max-md:order-1 @md:basis-0">
          <Quote text={text.slice(0, FOLDED_LENGTH).replaceAll(/\s+/gu, " ")} language={language} />
        </span>
        <span className="ms-auto shrink-0 ps-3 font-medium text-accent">
          <span className="group-open:hidden">{t("says.all")}</span>
          <span className="group-not-open:hidden">{t("says.less")}</span>
        </span>
      </summary>
      <p className="mt-1">
        <Quote text={text} language={language} />
      </p>
    </details>
  );
}

function Quote({ text, language }: Pick<WordsProps, "text" | "language">) {
  return (
    <q className="quotes-['“'_'”']" dir="auto" lang={language ?? undefined}>
      <Spans spans={agentSpans(text)} />
    </q>
  );
}

interface EvidenceLinkProps extends Pick<AgentSaysProps, "onOpen" | "unfolded"> {
  readonly count: number;
}

function EvidenceLink({ count, onOpen, unfolded }: EvidenceLinkProps) {
  const t = useWords("card");
  const label = t("says.evidence", { count });
  const look =
    "-my-0.5 inline-flex min-h-6 items-center rounded-badge font-medium text-accent hover:underline max-md:-mt-1 max-md:-mb-2 max-md:min-h-11";
  if (onOpen !== undefined) {
    return (
      <button type="button" onClick={() => onOpen("evidence")} className={look}>
        {label}
      </button>
    );
  }
  return (
    <details>
      <summary className={look}>{label}</summary>
      {unfolded}
    </details>
  );
}
