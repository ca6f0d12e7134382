import type {
  MeasuredDouble,
  MeasuredItem,
  MeasuredReview,
  MeasuredRows,
  MeasuredTest,
} from "../lib/domain/measure/insights/rows";
import type { LookVerdict } from "../lib/domain/second-look";
import type { Label } from "../lib/domain/measure/label";
import { newId, numberedId, START } from "./builders";

export const ANA = numberedId("person", 1);
export const BEA = numberedId("person", 2);

/** A refund that Ana approved after a minute, with the label that says so. */
export function anItem(more: Partial<MeasuredItem> = {}): MeasuredItem {
  return {
    ...{ id: newId("proposal"), at: START, agentId: numberedId("agent", 1), actionName: "payment.refund", kind: "payment" },
    ...{ tier: "T1", status: "approved", releasedAt: START + 65_000, deliveredAt: null, redeemedAt: null, lapsedAt: null },
    decision: { type: "approve", source: "person", by: [ANA], at: START + 60_000, reason: null },
    ...{ outcome: null, alike: "template", fingerprint: null, label: aLabel("right", "approved"), audit: null },
    ...{ owed: null, ownerId: null, composerId: null },
    ...more,
  };
}

export function aLabel(verdict: Label["verdict"], because: Label["because"]): NonNullable<MeasuredItem["label"]> {
  const [missed, severe] = [because === "overturned", false];
  return { verdict, because, ran: "after_look", excluded: null, weight: 1, missed, severe };
}

/** What people rejected as wrong. */
export function rejected(more: Partial<MeasuredItem> = {}): MeasuredItem {
  const reason = { code: "wrong_amount", text: null };
  return anItem({
    status: "rejected",
    decision: { type: "reject", source: "person", by: [ANA], at: START + 60_000, reason },
    label: aLabel("wrong", "rejected"),
    ...more,
  });
}

/** What policy let run; audited with this verdict, or not. */
export function alone(audit: MeasuredItem["audit"] = null): MeasuredItem {
  const because = audit?.verdict === "wrong" ? "audited_wrong" : "audited_fine";
  const label = audit === null || audit.verdict === null ? null : aLabel(audit.verdict === "fine" ? "right" : "wrong", because);
  return anItem({ decision: { type: "approve", source: "policy", by: [], at: START, reason: null }, label, audit });
}

/** Ana's approval of an item in eight seconds, where six were predicted. */
export function aReview(of: MeasuredItem, more: Partial<MeasuredReview> = {}): MeasuredReview {
  const { id: proposalId, agentId, actionName, kind, tier } = of;
  return {
    ...{ proposalId, agentId, actionName, kind, tier, revision: 1, personId: ANA, at: START + 60_000, type: "approve" },
    ...{ activeMs: 8_000, predictedSeconds: 6, device: "keyboard", act: "key", tooFast: false, canary: false },
    lane: "quick",
    ...more,
  };
}

export function aTest(outcome: MeasuredTest["outcome"], more: Partial<MeasuredTest> = {}): MeasuredTest {
  const made = { proposalId: newId("proposal"), kind: "payment", agentId: numberedId("agent", 1) } as const;
  return { ...made, decidedAt: START, decidedBy: ANA, outcome, ...more };
}

/** A window of a day with nothing in it but what is given. */
export function rowsWith(more: Partial<MeasuredRows>): MeasuredRows {
  return { from: START, until: START + 86_400_000, items: [], reviews: [], tests: [], undone: [], doubles: [], ...more };
}

/** Ana's decision on a refund, and what others said of it one after the other. */
export function aDouble(
  decision: MeasuredDouble["decision"],
  verdicts: readonly LookVerdict[],
  verdict: LookVerdict | null,
  settledAt: number | null = START + 9,
): MeasuredDouble {
  const opinions = verdicts.map((one, index) => ({
    ...{ personId: numberedId("person", 10 + index), at: START + 1 + index, verdict: one, tooFast: false },
    ...{ reasonCode: null, reasonText: null },
  }));
  const made = { id: newId("proposal"), at: START, agentId: numberedId("agent", 1), kind: "payment" } as const;
  return { ...made, actionName: "payment.refund", headline: "Refund 48.00 EUR", decision, opinions, settledAt, verdict };
}
