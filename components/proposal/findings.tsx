import type { ProposalDetail } from "../../lib/contract/people";
import { plain } from "../../lib/domain/card/spans";
import { Spans } from "../card/spans";
import { Panel } from "../ui/panel";
import { ExactTime } from "../ui/relative-time";
import { words } from "../words/words";

/** Evidence, filed later, that something about it was wrong. Nothing is drawn where nothing was filed. */
export async function Findings({ findings }: Pick<ProposalDetail, "findings">) {
  if (findings.length === 0) return null;
  const t = await words("proposal");
  return (
    <Panel id="findings" title={t("findings")} note={t("findings.note", { count: findings.length })}>
      <ul className="flex flex-col gap-3 text-note">
        {findings.map((finding) => (
          <li key={finding.id}>
            <p className="text-ink-3">
              <span lang="en">{finding.kind}</span> · <ExactTime at={finding.at} />
            </p>
            <p className="text-ink-2" dir="auto">
              <Spans spans={plain(finding.text)} />
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
