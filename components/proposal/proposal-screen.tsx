import type { ReactNode } from "react";

import type { ProposalDetail } from "../../lib/contract/people";
import { ConfidenceLine } from "../card/confidence-line";
import { DeliveryState } from "../card/delivery-state";
import { EvidenceList } from "../card/evidence-list";
import { Payload } from "../card/payload";
import { ReviewCard } from "../card/review-card";
import { RiskDerivation } from "../card/risk-derivation";
import { Timeline } from "../card/timeline";
import { VersionList } from "../card/version-list";
import { buttonClass } from "../ui/button-class";
import { Panel } from "../ui/panel";
import { metaOf } from "../triage/card-meta";
import { Link } from "../ui/link";
import { Findings } from "./findings";

const PAST = { approve: "Approved", edit: "Approved with changes", reject: "Rejected", answer: "Answered" } as const;

export interface ProposalScreenProps {
  readonly page: ProposalDetail;
  readonly now: number;
  /** The panel of standing approvals. */
  readonly standing: ReactNode;
}

/** Everything about one proposal: the card, how it was judged, its versions, what happened, and what came of it. */
export function ProposalScreen({ page, now, standing }: ProposalScreenProps) {
  const { detail } = page;
  const { row } = detail;
  return (
    <div className="mx-auto flex w-full max-w-[82rem] flex-col gap-5 p-4 md:p-7">
      <nav aria-label="Back" className="text-note text-ink-3 max-md:hidden">
        <Link href="/queue" className="hover:text-ink">
          Queue
        </Link>
        <span aria-hidden="true"> / </span>
        <span className="font-mono text-small">{row.id}</span>
      </nav>
      <div className="grid gap-5 xl:grid-cols-[minmax(0,48.75rem)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <ReviewCard
            id={row.id}
            card={detail.card}
            meta={metaOf(detail)}
            now={now}
            actions={
              row.status === "pending" ? (
                <div className="flex items-center justify-between gap-3 border-t border-rule px-4 py-3 md:px-6">
                  <p className="text-note text-ink-3">Decide it where its keys are.</p>
                  <Link href={`/queue?open=${row.id}`} className={buttonClass("primary", "large")}>
                    Open in the queue
                  </Link>
                </div>
              ) : undefined
            }
          />
          <Panel id="payload" title="Exact payload" note={`version ${String(row.version)}`}>
            <Payload label="Arguments" text={JSON.stringify(detail.arguments, null, 2)} />
            <Payload label="Digest" text={detail.digest} />
          </Panel>
          {detail.evidence.length > 0 && (
            <Panel id="evidence" title="Evidence from the agent" note="unverified">
              <EvidenceList evidence={detail.evidence} />
            </Panel>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <Delivery page={page} />
          <Panel id="why" title="Why it was treated so" note={`policy v${String(detail.policyVersion)}`}>
            <RiskDerivation steps={detail.risk.reasons} policyVersion={detail.policyVersion} />
            <ConfidenceLine confidence={detail.risk.confidence} />
          </Panel>
          {standing}
          <Panel id="versions" title="Versions">
            <VersionList
              versions={page.versions.map((version) => ({ ...version, by: version.by?.name ?? null }))}
              current={row.version}
            />
          </Panel>
          <Panel id="timeline" title="Timeline" note="from the ledger">
            <Timeline events={page.timeline} />
          </Panel>
          <Findings findings={page.findings} />
        </div>
      </div>
    </div>
  );
}

function Delivery({ page }: { readonly page: ProposalDetail }) {
  const { row } = page.detail;
  const times = page.deliveryTimes;
  const { decision } = row;
  const by = decision?.by.map((person) => person.name).join(" and ") ?? "";
  const who = decision?.source === "person" ? `by ${by}` : decision?.source === "policy" ? "by policy" : "";
  const outcome =
    isOutcome(row.delivery) && times.reportedAt !== null
      ? { status: row.delivery, at: times.reportedAt, detail: times.outcomeDetail }
      : null;
  return (
    <Panel id="delivery" title="What became of it">
      <DeliveryState
        decided={
          decision === null || times.decidedAt === null
            ? null
            : {
                says: `${row.status === "blocked" ? "Blocked" : row.status === "expired" ? "Expired" : PAST[decision.type]} ${who}`.trim(),
                at: times.decidedAt,
              }
        }
        heldUntil={row.status === "held" ? row.releaseAt : null}
        deliveredAt={times.deliveredAt}
        redeemedAt={times.redeemedAt}
        outcome={outcome}
        runs={decision !== null && (decision.type === "approve" || decision.type === "edit")}
        lapsed={row.lapsed}
      />
    </Panel>
  );
}

function isOutcome(
  delivery: ProposalDetail["detail"]["row"]["delivery"],
): delivery is "succeeded" | "failed" | "unknown" | "reverted" {
  return delivery === "succeeded" || delivery === "failed" || delivery === "unknown" || delivery === "reverted";
}
