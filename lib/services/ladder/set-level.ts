import type { CellKey, CellRecord } from "../../../db/store/cell-types";
import { atLevel } from "../../domain/measure/ladder";
import { obstacleInEnglish, suggest } from "../../domain/measure/suggestion";
import { LEVELS, type Level } from "../../domain/policy/ladder-handling";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { secondAdminRule } from "../policy/second-admin";
import { requirePermission } from "../require-permission";
import { announceLadder } from "../settings/live-settings";
import { readKinds, surroundingsOf, type OfKind } from "./surroundings";

/** A person moves a cell; `from` is the level they saw. */
export interface SetLevelInput extends CellKey {
  readonly from: Level;
  readonly to: Level;
}

/**
 * A person ratifies a suggestion, or brings people back. Up goes one step at a time and only where the evidence suggests it now; where a second
 * admin is asked for riskier changes, two of them say so one after the other. A blocked cell goes on as the policy says. Down is free. Throws `stale` when the cell has moved.
 */
export async function setLevel(
  ctx: Context,
  actor: PersonActor,
  input: SetLevelInput,
): Promise<{ readonly outcome: "moved" | "waiting" }> {
  requirePermission(actor, "policy.save");
  const at = ctx.clock();
  const { agentId, actionName, kind, tier, from, to } = input;
  const ofKind = (await readKinds(ctx, [kind])).get(kind);
  const { result } = await ctx.store.transact<{ readonly outcome: "moved" | "waiting" }>(function* (tx) {
    const found = yield* tx.cell(input);
    if (found === null) throw new AppError("not_found", "nothing is known of this cell yet");
    if (found.level !== from) throw new AppError("stale", `it stands on ${found.level} by now: look again`);
    const up = LEVELS.indexOf(to) > LEVELS.indexOf(from);
    const body = { actionName, kind, tier, from, to };
    if (up) {
      if (from !== "blocked" || to !== "L1") requireSuggested(ctx, found, ofKind, to);
      const rule = yield* secondAdminRule(tx);
      const key = `ladder.proposed:${JSON.stringify([agentId, actionName, kind, tier, from, to])}`;
      const proposedBy = yield* tx.setting(key);
      if (rule.on && (proposedBy === null || proposedBy === "" || proposedBy === actor.personId)) {
        yield* tx.saveSetting(key, actor.personId);
        const proposed = { type: "ladder.proposed", subject: agentId, body };
        return { result: { outcome: "waiting" }, events: [ledgerDraft(actorName(actor), at, proposed)] };
      }
      yield* tx.saveSetting(key, "");
    }
    const cell = atLevel(found.cell, to, at);
    yield* tx.saveCell({ ...found, level: to, cell, at });
    const event = ledgerDraft(actorName(actor), at, { type: "ladder.set", subject: agentId, body });
    return { result: { outcome: "moved" }, events: [event] };
  });
  if (result.outcome === "moved") await announceLadder(ctx);
  return result;
}

function requireSuggested(ctx: Context, found: CellRecord, ofKind: OfKind | undefined, to: Level): void {
  if (ofKind === undefined) throw new Error("INVARIANT: what is known of the kind was read");
  const suggestion = suggest(found.cell, surroundingsOf(ctx, found, ofKind));
  if (suggestion.type === "up" && suggestion.to === to) return;
  const because =
    suggestion.type === "stay" ? suggestion.because.map(obstacleInEnglish).join("; ") : "the evidence points the other way";
  throw new AppError("decision_not_allowed", `it may not go up to ${to} now: ${because}`);
}
