import type { ReactNode } from "react";

import type { ProposalDetail } from "../../lib/contract/people";
import type { RunSteps as Steps } from "../../lib/contract/together";
import { localeOf } from "../../lib/domain/language";
import { isOverdue } from "../../lib/domain/undelivered";
import { ConfidenceLine } from "../card/confidence-line";
import { DeliveryState } from "../card/delivery-state";
import { EvidenceList } from "../card/evidence-list";
import { MailLook } from "../card/mail-look";
import { Payload } from "../card/payload";
import { ReviewCard } from "../card/review-card";
import { RiskDerivation } from "../card/risk-derivation";
import { RunDetails } from "../card/run-details";
import { namesRun } from "../card/run-facts";
import { RunSteps } from "../card/run-steps";
import { Timeline } from "../card/timeline";
import { VersionList } from "../card/version-list";
import { buttonClass } from "../ui/button-class";
import { Panel } from "../ui/panel";
import { metaOf } from "../triage/card-meta";
import { Link } from "../ui/link";
import type { Words } from "../words/make-words";
import { words } from "../words/words";
import { Findings } from "./findings";
import { Said } from "./said";

export interface ProposalScreenProps {
  readonly page: ProposalDetail;
  readonly now: number;
  /** What its run asked for before it. */
  readonly steps: Steps;
  /** The panel of standing approvals. */
  readonly standing: ReactNode;
  /** The panel of whoever carries it out by hand. */
  readonly carryOut: ReactNode;
  /** The panel of what people said. */
  readonly comments: ReactNode;
  /** The way to say that it was wrong; null for whoever may not, and where nothing ran. */
  readonly report: ReactNode;
}

/** Everything about one proposal: the card, how it was judged, its versions, what happened, and what came of it. */
export async function ProposalScreen({ page, now, steps, standing, carryOut, comments, report }: ProposalScreenProps) {
  const t = await words("proposal");
  const { detail } = page;
  const { row } = detail;
  const evidence = <EvidenceList evidence={detail.evidence} languages={detail.languages.evidence} />;
  return (
    <div className="mx-auto flex w-full max-w-[82rem] flex-col gap-5 p-4 md:p-7">
      <nav aria-label={t("back")} className="text-note text-ink-3 max-md:hidden">
        <Link href="/queue" className="hover:text-ink">
          {t("queue")}
        </Link>
        <span aria-hidden="true"> / </span>
        <span translate="no" className="font-mono text-small">
          {row.id}
        </span>
      </nav>
      <div className="grid gap-5 xl:grid-cols-[minmax(0,48.75rem)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          {/* On a phone from edge to edge, as on the desk. */}
          <div className="max-md:-mx-4 max-md:-mt-4">
            <ReviewCard
              id={row.id}
              card={detail.card}
              meta={metaOf(detail)}
              now={now}
              unfolded={evidence}
              actions={
                row.status === "pending" ? (
                  <div className="flex flex-wrap items-center justify-between gap-3 border-t border-rule px-4 py-3 md:px-6">
                    <p className="text-note text-ink-3">{t("decideThere")}</p>
                    <Link href={`/queue?open=${row.id}`} className={buttonClass("primary", "large")}>
                      {t("open")}
                    </Link>
                  </div>
                ) : undefined
              }
            />
          </div>
          <Panel id="payload" title={t("payload")} note={t("payload.note", { version: row.version })}>
            <div className="flex flex-col gap-4">
              {detail.card.kind === "email" && <MailLook fields={detail.arguments} />}
              <Payload label={t("arguments")} text={JSON.stringify(detail.arguments, null, 2)} />
              {detail.before !== null && <Payload label={t("before")} text={JSON.stringify(detail.before, null, 2)} />}
              {detail.after !== null && <Payload label={t("after")} text={JSON.stringify(detail.after, null, 2)} />}
              {detail.target !== null && <Payload label={t("target")} text={JSON.stringify(detail.target, null, 2)} />}
              <Payload label={t("digest")} text={detail.digest} />
              <Payload label={t("agentId", { name: row.agent.name })} text={row.agent.id} />
            </div>
          </Panel>
          {namesRun(detail.run) && (
            <Panel id="origin" title={t("origin")} note={t("evidence.note")}>
              <div className="flex flex-col gap-4">
                <RunDetails run={detail.run} />
                <RunSteps count={detail.stepsBefore} found={steps} />
              </div>
            </Panel>
          )}
          {detail.evidence.length > 0 && (
            <Panel id="evidence" title={t("evidence")} note={t("evidence.note")}>
              {evidence}
            </Panel>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          {carryOut}
          <Delivery t={t} page={page} now={now} />
          <Panel id="why" title={t("why")} note={t("why.note", { version: detail.policyVersion })}>
            <RiskDerivation steps={detail.risk.reasons} policyVersion={detail.policyVersion} />
            <ConfidenceLine confidence={detail.risk.confidence} observed={detail.observed} />
          </Panel>
          {standing}
          {comments}
          <Panel id="versions" title={t("versions")}>
            <VersionList
              versions={page.versions.map((version) => ({ ...version, by: version.by?.name ?? null }))}
              current={row.version}
            />
          </Panel>
          <Panel id="timeline" title={t("timeline")} note={t("timeline.note")}>
            <Timeline events={page.timeline} />
          </Panel>
          <Findings findings={page.findings} report={report} />
        </div>
      </div>
    </div>
  );
}

interface DeliveryProps {
  readonly t: Words<"proposal">;
  readonly page: ProposalDetail;
  readonly now: number;
}

function Delivery({ t, page, now }: DeliveryProps) {
  const { row } = page.detail;
  const times = page.deliveryTimes;
  const { decision } = row;
  const outcome =
    isOutcome(row.delivery) && times.reportedAt !== null
      ? { status: row.delivery, at: times.reportedAt, detail: times.outcomeDetail }
      : null;
  return (
    <Panel id="delivery" title={t("delivery")}>
      <DeliveryState
        byHand={row.byHand === true}
        decided={
          decision === null || times.decidedAt === null
            ? null
            : { says: decidedWords(t, row.status, decision), at: times.decidedAt }
        }
        heldUntil={row.status === "held" ? row.releaseAt : null}
        deliveredAt={times.deliveredAt}
        overdueSince={isOverdue(row, now) ? row.releasedAt : null}
        redeemedAt={times.redeemedAt}
        outcome={outcome}
        runs={decision !== null && (decision.type === "approve" || decision.type === "edit")}
        lapsed={row.lapsed}
      />
      {decision !== null && <Said said={page.said} type={decision.type} />}
    </Panel>
  );
}

function decidedWords(t: Words<"proposal">, status: Row["status"], { type, source, by }: NonNullable<Row["decision"]>): string {
  if (status === "blocked" || status === "expired") return t(`decided.${status}`);
  if (source === "policy") return t(`decided.${type}.policy`);
  if (source !== "person") return t(`decided.${type}`);
  return t(`decided.${type}.by`, { names: new Intl.ListFormat(localeOf(t.language)).format(by.map(({ name }) => name)) });
}

type Row = ProposalDetail["detail"]["row"];

function isOutcome(
  delivery: ProposalDetail["detail"]["row"]["delivery"],
): delivery is "succeeded" | "failed" | "unknown" | "reverted" {
  return delivery === "succeeded" || delivery === "failed" || delivery === "unknown" || delivery === "reverted";
}
