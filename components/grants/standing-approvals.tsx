import { Panel } from "../ui/panel";
import { GrantList, type GrantListProps } from "./grant-list";

/** Every standing approval, newest first. */
export function StandingApprovals({ grants, revoke }: Pick<GrantListProps, "grants" | "revoke">) {
  return (
    <Panel id="standing" title="Standing approvals" note="exactly what a person approved, again without asking" padding="flush">
      {grants.length === 0 ? (
        <p className="px-5 pb-4 text-note text-ink-3">None: give one on the page of a proposal that was approved.</p>
      ) : (
        <GrantList grants={grants} revoke={revoke} />
      )}
    </Panel>
  );
}
