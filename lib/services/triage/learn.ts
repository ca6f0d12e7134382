import type { Steps, Transaction } from "../../../db/store/store";
import type { LedgerDraft, VersionRecord } from "../../../db/store/types";
import { observe } from "../../domain/observation";
import { counterpartOf } from "../../domain/counterpart";
import { amountOf } from "../../domain/policy/derive";
import type { ProposalState } from "../../domain/proposal";
import { moneyUnit, withFigure } from "../../domain/usual";
import type { Context } from "../context";
import { fingerprintOf } from "../fingerprint";
import { keepLabel } from "../keep-label";
import { drawDouble } from "../second-look/draw-double";
import type { Moved } from "../transition";

/**
 * What a released decision teaches, in the commit of its release, since only the final decision is a label: the label itself, one look for the agent's
 * observation, a known counterpart and a usual amount once something was approved, and the draw for a second opinion.
 */
export function* learn(ctx: Context, tx: Transaction, moved: Moved, version: VersionRecord): Steps<readonly LedgerDraft[]> {
  const { state } = moved.after;
  const { decision } = state;
  if (decision?.source !== "person" || moved.events.length === 0) return [];
  const fingerprint = fingerprintOf(version.extras);
  const current = yield* tx.observation(state.agentId, state.actionName, fingerprint);
  const start = { agentId: state.agentId, actionName: state.actionName, fingerprint, looked: 0, wrong: 0, endedAt: null };
  const { after: label, events } = yield* keepLabel(tx, moved.after, decision.at);
  yield* tx.saveObservation(
    observe(current ?? start, {
      decision: decision.type,
      reasonCode: decision.reason?.code ?? null,
      tooFast: label.excluded === "too_fast",
      at: decision.at,
    }),
  );
  if (decision.type === "approve" || decision.type === "edit") {
    const counterpart = counterpartOf(version.payload, state.kind);
    if (counterpart !== null) yield* tx.addCounterpart(state.agentId, counterpart, decision.at);
    yield* learnAmount(tx, state, version);
  }
  const { stakes } = version.assessment.risk;
  const drawn = yield* drawDouble(ctx, tx, moved, { read: label.excluded === null, stakes, at: state.releasedAt ?? decision.at });
  return [...events, ...drawn];
}

/** Read and written under the write lock: a person decided, so this is not the path of a proposal. */
function* learnAmount(tx: Transaction, { agentId, actionName, kind }: ProposalState, { payload }: VersionRecord): Steps<void> {
  const { amount, currency, amountUnreadable } = amountOf(payload.action, kind);
  if (amount === null || amountUnreadable) return;
  const unit = moneyUnit(currency);
  const known = yield* tx.usualFigures(agentId, actionName, unit);
  yield* tx.saveUsualFigures({ agentId, actionName, unit, figures: withFigure(known?.figures ?? [], amount) });
}
