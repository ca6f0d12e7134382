import type { RunEntry } from "../../db/store/earlier-types";
import { canonicalJson } from "../domain/canonical";
import type { SameRun } from "../domain/card/card";
import type { AgentId } from "../domain/ids";
import type { Payload } from "../domain/proposal";
import { isQuestion } from "../domain/question";
import { isSameTarget } from "../domain/same-target";
import type { Context } from "./context";

/** So many of a run's last proposals are looked at: a run that never ends costs no more than a short one. */
const LOOKED_BACK = 20;

interface Run {
  readonly agentId: AgentId;
  readonly runId: string;
  /** When the proposal that is looked at was made. */
  readonly at: number;
  /** Decisions after it are not known; null knows all. */
  readonly before: number | null;
}

/**
 * How often the run tried the same before: the same action on the same resource, or with exactly these arguments where none is named. Null
 * where none of its tries was refused: then nothing would be said of them, and no payload is read. Most runs were refused nothing, which is asked first.
 */
export async function sameRunOf(ctx: Context, { agentId, runId, at, before }: Run, payload: Payload): Promise<SameRun | null> {
  if (!(await ctx.store.read.runRefused(agentId, runId))) return null;
  const entries = await ctx.store.read.runBefore(agentId, runId, at, LOOKED_BACK);
  const alike = entries.filter(({ actionName }) => actionName === payload.action.name).map((entry) => outcomeOf(entry, before));
  if (!alike.some(({ outcome }) => outcome === "rejected" || outcome === "blocked")) return null;
  const found = await Promise.all(alike.map(({ id }) => ctx.store.read.proposal(id)));
  const tries = alike.filter((_, index) => isSame(payload, found[index]?.version.payload));
  for (const { at: lastAt, outcome } of tries) if (outcome !== "open") return { count: tries.length, lastAt, outcome };
  return null;
}

function outcomeOf({ id, createdAt, status, decision }: RunEntry, before: number | null) {
  if (decision === null || status === "held" || (before !== null && decision.at > before)) {
    return { id, at: createdAt, outcome: "open" as const };
  }
  // It was asked something, and this may be its answer.
  if (isQuestion(decision.reason)) return { id, at: decision.at, outcome: "other" as const };
  return { id, at: decision.at, outcome: status === "rejected" || status === "blocked" ? status : ("other" as const) };
}

function isSame({ action, target }: Payload, other: Payload | undefined): boolean {
  if (other === undefined) return false;
  if (target?.resource !== undefined || other.target?.resource !== undefined) return isSameTarget(target, other.target);
  return canonicalJson(action.arguments) === canonicalJson(other.action.arguments);
}
