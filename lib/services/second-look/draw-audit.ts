import type { DrawRecord } from "../../../db/store/look-types";
import type { LedgerDraft } from "../../../db/store/types";
import type { ProposalState } from "../../domain/proposal";
import type { Assessment } from "../../domain/risk";
import { auditRateOf, drawText, isDrawn } from "../../domain/second-look";
import type { Context } from "../context";
import { monthlyVolume } from "../ladder/volume";
import { ledgerDraft } from "../ledger-draft";

/**
 * The draw that decides whether something which policy let run is looked at afterwards; null when it is not, and for everything else. One
 * hash, and only where policy asks for audits: what runs without them pays nothing. A cell that has graduated is never audited below the floor.
 * Regulated items are signed beforehand, never audited.
 */
export function drawAudit(ctx: Context, state: ProposalState, assessment: Assessment, fingerprint: string): DrawRecord | null {
  const { auditRate } = assessment;
  if (auditRate === null || assessment.treatment !== "audit" || state.status !== "approved" || state.regulated) return null;
  const rate = auditRateOf(auditRate, monthlyVolume(ctx, { ...state, fingerprint }));
  if (!isDrawn(ctx.sha256(drawText(ctx.live.drawKey, "audit", state.id)), rate)) return null;
  return { proposalId: state.id, purpose: "audit", rate, at: state.createdAt, settledAt: null, verdict: null };
}

/** The record's row for a draw. It names no agent: whom it is about is not told of it. */
export function drawnDraft({ proposalId, purpose, rate, at }: DrawRecord): LedgerDraft {
  return ledgerDraft("system:worker", at, { type: "look.drawn", subject: proposalId, body: { purpose, rate } });
}
