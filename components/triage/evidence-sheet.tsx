"use client";

import { useQuery } from "@tanstack/react-query";
import { use } from "react";

import { runQuery } from "../../lib/client/queries";
import type { CardDetail } from "../../lib/contract/people";
import { ConfidenceLine } from "../card/confidence-line";
import { EarlierDecisions } from "../card/earlier-decisions";
import { EvidenceList } from "../card/evidence-list";
import { MailLook } from "../card/mail-look";
import { Payload } from "../card/payload";
import { RiskDerivation } from "../card/risk-derivation";
import { RunDetails } from "../card/run-details";
import { namesRun } from "../card/run-facts";
import { RunSteps } from "../card/run-steps";
import { useDeskMemory } from "../desk-provider";
import { Link } from "../ui/link";
import { Sheet } from "../ui/sheet";
import { Tag } from "../ui/tag";
import { useWords } from "../words/words-provider";
import type { Triage } from "./use-triage";

export interface EvidenceSheetProps {
  readonly triage: Triage;
  readonly detail: CardDetail;
}

/** What lies behind a card: the exact payload, what the agent handed over, and how the risk was derived. */
export function EvidenceSheet({ triage, detail }: EvidenceSheetProps) {
  const t = useWords("deskPanels");
  const why = triage.panels.panel === "why";
  return (
    <Sheet
      open
      title={t(why ? "evidence.why" : "evidence.title")}
      onOpenChange={(open) => {
        if (!open) triage.panels.close();
      }}
    >
      <div className="flex flex-col gap-6 p-5">
        {why ? (
          <div>
            <RiskDerivation steps={detail.risk.reasons} policyVersion={detail.policyVersion} />
            <ConfidenceLine confidence={detail.risk.confidence} observed={detail.observed} />
          </div>
        ) : (
          <>
            {detail.stepsBefore > 0 && <StepsBefore id={detail.row.id} count={detail.stepsBefore} />}
            {detail.evidence.length > 0 && <EvidenceList evidence={detail.evidence} languages={detail.languages.evidence} />}
            {detail.card.kind === "email" && <MailLook fields={detail.arguments} />}
            <Payload label={t("evidence.arguments")} text={JSON.stringify(detail.arguments, null, 2)} />
            {detail.before !== null && <Payload label={t("evidence.before")} text={JSON.stringify(detail.before, null, 2)} />}
            {detail.after !== null && <Payload label={t("evidence.after")} text={JSON.stringify(detail.after, null, 2)} />}
            {detail.target !== null && <Payload label={t("evidence.target")} text={JSON.stringify(detail.target, null, 2)} />}
            <Payload label={t("evidence.digest")} text={detail.digest} />
            {namesRun(detail.run) && (
              <section aria-labelledby="evidence-run">
                <h3 id="evidence-run" className="mb-2 text-small font-semibold text-ink-2">
                  {t.rich("evidence.from", { tag: (inside) => <Tag className="ms-1">{inside}</Tag> })}
                </h3>
                <RunDetails run={detail.run} />
              </section>
            )}
            <RiskDerivation steps={detail.risk.reasons} policyVersion={detail.policyVersion} />
            <EarlierDecisions key={detail.row.id} id={detail.row.id} />
          </>
        )}
        <p className="text-note">
          <Link href={`/proposals/${detail.row.id}`} className="text-accent underline underline-offset-2">
            {t("evidence.more")}
          </Link>
        </p>
      </div>
    </Sheet>
  );
}

/** Fetched as the sheet opens: the card may have been read long before. */
function StepsBefore({ id, count }: { readonly id: string; readonly count: number }) {
  const { client } = use(useDeskMemory().answers.load());
  const { data, isError } = useQuery(runQuery(id), client);
  return <RunSteps count={count} found={data ?? (isError ? "failed" : null)} />;
}
