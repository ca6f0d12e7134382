import { BATCH_ACT } from "../alike/batch";
import type { Decision, ProposalState } from "../proposal";
import { ASK_AGENT, isQuestion } from "../question";
import type { DecisionType, Status } from "../words";
import type { LookVerdict } from "../second-look";
import { SECOND_LOOK_FINDING } from "../second-look";
import type { EditGrade } from "./edit-grade";

export const VERDICTS = ["right", "wrong", "unknown"] as const;
/** Whether the agent was right. `unknown` is never counted as right. */
export type Verdict = (typeof VERDICTS)[number];

export const BECAUSE = [
  "approved",
  "formatting",
  "not_needed",
  "rejected",
  "edited",
  "overturned",
  "reject_overturned",
  "audited_fine",
  "audited_wrong",
  "unchecked",
  "answered",
  "asked",
  "undecided",
] as const;
/** What says so. */
export type Because = (typeof BECAUSE)[number];

/** How it ran: without a person, after one looked, or not at all. */
export type Ran = "by_itself" | "after_look" | "no";

/** Everything that was recorded about one proposal, as far as it says right or wrong. */
export interface WholeRecord {
  readonly state: Pick<ProposalState, "status" | "decision" | "outcome">;
  /** From the agent's arguments to those that were signed; null when nobody edited. */
  readonly edit: EditGrade | null;
  readonly reviews: readonly { readonly personId: string; readonly tooFast: boolean; readonly act?: string }[];
  readonly findings: readonly { readonly kind: string }[];
  /** A later look at something that ran by itself, drawn with this chance; null while there was none. */
  readonly audit: { readonly verdict: LookVerdict; readonly rate: number; readonly tooFast?: boolean } | null;
  /** What blind double reviews came to; null where there were none, or no majority. */
  readonly double?: LookVerdict | null;
  /** The chance with which a person was to look before it ran: 1 unless the ladder drew a share. */
  readonly reviewRate: number;
}

/** What one proposal says about its agent, and whether that may be counted (design: policy §3). */
export interface Label {
  readonly verdict: Verdict;
  readonly because: Because;
  readonly ran: Ran;
  /** Why it is kept and not counted as evidence; null when it counts. */
  readonly excluded: "too_fast" | null;
  /** How many items it stands for: 1 / the chance with which it was looked at. 0 where nobody looked. */
  readonly weight: number;
  /** A person approved what was wrong. */
  readonly missed: boolean;
  /** Confirmed harm: one of these brings people back at once. */
  readonly severe: boolean;
  /** It ran and failed for reasons outside the action: counted apart, no error of judgement. */
  readonly failedOutside: boolean;
  readonly edit: EditGrade | null;
}

/** Reasons that say nothing against the agent: the action was right and no longer wanted, only worded differently, or nobody could tell yet. */
const NOT_WRONG: ReadonlySet<string> = new Set(["not_needed", "formatting", ASK_AGENT]);
/** Findings that report harm, not only an error. */
const SEVERE: ReadonlySet<string> = new Set(["incident"]);

const AUDITED = { fine: ["right", "audited_fine"], wrong: ["wrong", "audited_wrong"] } as const;
/** Where a person's decision stands: it can no longer be taken back. */
const DECIDED: ReadonlySet<Status> = new Set<Status>(["approved", "rejected", "answered"]);

/** True when a person's decision says that the agent was wrong; a reason that is missing counts against it. */
export function saysWrong(decision: DecisionType, reasonCode: string | null): boolean {
  if (decision === "approve" || decision === "answer") return false;
  return reasonCode === null || !NOT_WRONG.has(reasonCode);
}

/** True when nobody who decided can have read it: kept, and no evidence. */
export function isUnread(decision: Decision, reviews: WholeRecord["reviews"]): boolean {
  const looks = decision.by.map((person) => reviews.findLast((review) => review.personId === person));
  return looks.length > 0 && looks.every((look) => look?.tooFast === true || look?.act === BATCH_ACT);
}

/** The label of one proposal. Pure, so that a whole past can be labelled anew. */
export function labelOf(record: WholeRecord): Label {
  const { outcome } = record.state;
  const ran = ranOf(record.state);
  const overturned = ran !== "no" && (record.findings.some(({ kind }) => overturns(kind, ran)) || outcome?.status === "reverted");
  const [verdict, because] = overturned ? (["wrong", "overturned"] as const) : asDecided(record, ran);
  return {
    verdict,
    because,
    ran,
    excluded: !overturned && isUnseen(record, ran) ? "too_fast" : null,
    weight: weightOf(record, ran, because),
    missed: overturned && ran === "after_look",
    severe: overturned && record.findings.some(({ kind }) => SEVERE.has(kind)),
    failedOutside: verdict !== "wrong" && outcome?.status === "failed",
    edit: record.edit,
  };
}

/** What an audit finds is the audit: it is counted as one, with its weight. A second look at what a person approved overturns them. */
function overturns(kind: string, ran: Ran): boolean {
  return kind !== SECOND_LOOK_FINDING || ran !== "by_itself";
}

/** True when nobody can have read what the label rests on. */
function isUnseen({ state: { decision }, reviews, audit }: WholeRecord, ran: Ran): boolean {
  if (ran === "by_itself") return audit?.tooFast === true;
  return decision?.source === "person" && isUnread(decision, reviews);
}

function ranOf({ status, decision }: WholeRecord["state"]): Ran {
  if (status !== "approved") return "no";
  return decision?.source === "person" ? "after_look" : "by_itself";
}

const UNDECIDED = ["unknown", "undecided"] as const;

function asDecided({ state, edit, audit, double }: WholeRecord, ran: Ran): readonly [Verdict, Because] {
  if (ran === "by_itself") return audit === null ? ["unknown", "unchecked"] : AUDITED[audit.verdict];
  const { decision, status } = state;
  if (decision?.source !== "person" || !DECIDED.has(status)) return UNDECIDED;
  if (isOverturnedReject(decision, double ?? null)) return ["right", "reject_overturned"];
  return byPerson(decision, edit);
}

/** True for a rejection that two of three would have approved: the reviewer's error and not the agent's (design: policy §3). */
export function isOverturnedReject({ type, reason }: Pick<Decision, "type" | "reason">, settled: LookVerdict | null): boolean {
  return type === "reject" && settled === "fine" && saysWrong("reject", reason?.code ?? null);
}

function byPerson({ type, reason }: Decision, edit: EditGrade | null): readonly [Verdict, Because] {
  switch (type) {
    case "approve":
      return ["right", "approved"];
    case "answer":
      return ["unknown", "answered"];
    case "edit":
      return edit?.formattingOnly === true || reason?.code === "formatting" ? ["right", "formatting"] : ["wrong", "edited"];
    case "reject":
      if (isQuestion(reason)) return ["unknown", "asked"];
      return saysWrong("reject", reason?.code ?? null) ? ["wrong", "rejected"] : ["right", "not_needed"];
  }
}

/** What was found without being drawn stands for itself alone. */
function weightOf({ audit, reviewRate }: WholeRecord, ran: Ran, because: Because): number {
  if (because === "undecided" || because === "unchecked") return 0;
  if (ran !== "by_itself") return 1 / reviewRate;
  return audit === null ? 1 : 1 / audit.rate;
}
