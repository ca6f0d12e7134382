import { plain } from "../../lib/domain/card/spans";
import type { Evidence } from "./card-face";
import { Spans } from "./spans";

export interface EvidenceListProps {
  readonly evidence: readonly Evidence[];
  /** The language tag of each, in the same order; null where it is not known. */
  readonly languages: readonly (string | null)[];
}

/** What the agent handed over, word by word and as plain text. Unverified like everything it says. */
export function EvidenceList({ evidence, languages }: EvidenceListProps) {
  return (
    <dl className="flex flex-col gap-3 py-2 text-note">
      {evidence.map((item, index) => (
        <div key={index} className="border-l-2 border-rule-strong pl-3">
          <dt className="font-medium text-ink-3" dir="auto">
            <Spans spans={plain(item.label)} />
          </dt>
          <dd className="text-ink-2" dir="auto" lang={languages[index] ?? undefined}>
            <Spans spans={plain(item.text)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
