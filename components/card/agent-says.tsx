import { plain, visible } from "../../lib/domain/card/spans";
import { tellingEvidence } from "../../lib/domain/card/telling-evidence";
import { Tag } from "../ui/tag";
import type { AgentSaysText, Evidence } from "./card-face";
import { EvidenceList } from "./evidence-list";
import { Spans } from "./spans";

export interface AgentSaysProps {
  readonly says: AgentSaysText;
  readonly evidence: readonly Evidence[];
  /** Opens the drawer; without it the evidence unfolds in place. */
  readonly onEvidence?: (() => void) | undefined;
}

/** Longer than this, the words fold to one line until asked for. */
const SHOWN_WHOLE = 140;
/** More than the widest line can hold. */
const FOLDED_LENGTH = 240;

/** The one place for the agent's words: sunk, marked unverified, escaped, isolated, no links. */
export function AgentSays({ says, evidence, onEvidence }: AgentSaysProps) {
  const words = says.rationale ?? says.title;
  if (words === null && says.doubt === null && evidence.length === 0) return null;
  return (
    <div
      role="group"
      aria-label="Agent says, unverified"
      className="rounded-control bg-sunk px-3 py-2 text-note text-ink-2 forced-colors:border"
    >
      {words !== null && <Words text={words} label="Agent says" />}
      {says.doubt !== null && <Words text={says.doubt} label="Agent doubts" />}
      {words === null && says.doubt === null && <NoReason evidence={evidence} />}
      {evidence.length > 0 && <EvidenceLink evidence={evidence} onEvidence={onEvidence} />}
    </div>
  );
}

/** Without a reason, what a customer said last is the nearest to one. */
function NoReason({ evidence }: Pick<AgentSaysProps, "evidence">) {
  const last = tellingEvidence(evidence);
  if (last === null) return <p className="font-semibold">The agent gave no reason</p>;
  return <Words text={last.text} label={`The agent gave no reason. Evidence, ${visible(last.label)} last:`} />;
}

function Words({ text, label }: { readonly text: string; readonly label: string }) {
  const head = (
    <>
      <span className="font-semibold">{label}</span> <Tag className="mx-1">unverified</Tag>{" "}
    </>
  );
  if (text.length <= SHOWN_WHOLE && !text.includes("\n")) {
    return (
      <p>
        {head}
        <Quote text={text} />
      </p>
    );
  }
  return (
    <details className="group">
      <summary className="flex flex-wrap items-baseline rounded-badge @md:flex-nowrap">
        <span className="shrink-0">{head}</span>
        <span className="min-w-0 flex-1 basis-full truncate group-open:invisible [&_*]:whitespace-nowrap @max-md:order-1 @md:basis-0">
          <Quote text={text.slice(0, FOLDED_LENGTH).replaceAll(/\s+/gu, " ")} />
        </span>
        <span className="ml-auto shrink-0 pl-3 font-medium text-accent">
          <span className="group-open:hidden">Show all</span>
          <span className="group-not-open:hidden">Show less</span>
        </span>
      </summary>
      <p className="mt-1">
        <Quote text={text} />
      </p>
    </details>
  );
}

function Quote({ text }: { readonly text: string }) {
  return (
    <q className="quotes-['“'_'”']" dir="auto">
      <Spans spans={plain(text)} />
    </q>
  );
}

function EvidenceLink({ evidence, onEvidence }: Pick<AgentSaysProps, "evidence" | "onEvidence">) {
  const label = `Evidence, ${evidence.length.toString()} ${evidence.length === 1 ? "item" : "items"}`;
  const look = "-my-0.5 inline-flex min-h-6 items-center rounded-badge font-medium text-accent hover:underline";
  if (onEvidence !== undefined) {
    return (
      <button type="button" onClick={onEvidence} className={look}>
        {label}
      </button>
    );
  }
  return (
    <details>
      <summary className={look}>{label}</summary>
      <EvidenceList evidence={evidence} />
    </details>
  );
}
