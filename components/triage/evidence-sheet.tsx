"use client";

import type { CardDetail } from "../../lib/contract/people";
import { ConfidenceLine } from "../card/confidence-line";
import { EvidenceList } from "../card/evidence-list";
import { Payload } from "../card/payload";
import { RiskDerivation } from "../card/risk-derivation";
import { Link } from "../ui/link";
import { Sheet } from "../ui/sheet";
import type { Triage } from "./use-triage";

export interface EvidenceSheetProps {
  readonly triage: Triage;
  readonly detail: CardDetail;
}

/** What lies behind a card: the exact payload, what the agent handed over, and how the risk was derived. */
export function EvidenceSheet({ triage, detail }: EvidenceSheetProps) {
  const why = triage.panels.panel === "why";
  return (
    <Sheet
      open
      title={why ? "Why it is here" : "Evidence"}
      onOpenChange={(open) => {
        if (!open) triage.panels.close();
      }}
    >
      <div className="flex flex-col gap-6 p-5">
        {why ? (
          <div>
            <RiskDerivation steps={detail.risk.reasons} policyVersion={detail.policyVersion} />
            <ConfidenceLine confidence={detail.risk.confidence} />
          </div>
        ) : (
          <>
            {detail.evidence.length > 0 && <EvidenceList evidence={detail.evidence} />}
            <Payload label="Exact arguments" text={JSON.stringify(detail.arguments, null, 2)} />
            <Payload label="Digest" text={detail.digest} />
            <RiskDerivation steps={detail.risk.reasons} policyVersion={detail.policyVersion} />
          </>
        )}
        <p className="text-note">
          <Link href={`/proposals/${detail.row.id}`} className="text-accent underline underline-offset-2">
            Versions, timeline and delivery
          </Link>
        </p>
      </div>
    </Sheet>
  );
}
