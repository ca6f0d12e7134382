import type { ReactNode } from "react";

import type { ProposalDetail } from "../../lib/contract/people";
import { plain } from "../../lib/domain/card/spans";
import { SECOND_LOOK_FINDING } from "../../lib/domain/second-look";
import { FINDING_KINDS } from "../../lib/domain/words";
import { Spans } from "../card/spans";
import { bdi } from "../ui/bdi";
import { Panel } from "../ui/panel";
import { ExactTime } from "../ui/exact-time";
import { words } from "../words/words";

const KINDS = [...FINDING_KINDS, SECOND_LOOK_FINDING] as const;

export interface FindingsProps {
  readonly findings: ProposalDetail["findings"];
  /** The way to file one; null for whoever may not, and where nothing ran. */
  readonly report: ReactNode;
}

/** Evidence, filed later, that something about it was wrong. Nothing is drawn where nothing was filed and nothing can be. */
export async function Findings({ findings, report }: FindingsProps) {
  if (findings.length === 0 && report === null) return null;
  const t = await words("findings");
  return (
    <Panel id="findings" title={t("title")} note={t("note", { count: findings.length })} actions={report ?? undefined}>
      <ul className="flex flex-col gap-3 text-note">
        {findings.map((finding) => {
          const known = KINDS.find((kind) => kind === finding.kind);
          const kind = known === undefined ? finding.kind : t(`kind.${known}`);
          return (
            <li key={finding.id}>
              <p className="text-ink-3">
                {finding.byName === null ? kind : t.rich("by", { kind, by: finding.byName, who: bdi })} ·{" "}
                <ExactTime at={finding.at} />
              </p>
              <p className="text-ink-2" dir="auto">
                <Spans spans={plain(finding.text)} />
              </p>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
