import * as z from "zod";

import type { PastRow } from "../../../db/store/past-types";
import type { ProposalId } from "../../domain/ids";
import { conditionCompiler } from "../../domain/policy/condition";
import type { ConditionProblem } from "../../domain/policy/condition-check";
import { strictness, type Handling } from "../../domain/policy/cell-treatment";
import { positionAt } from "../../domain/policy/locate-json";
import { Rule } from "../../domain/policy/policy-document";
import { reasonInEnglish } from "../../domain/policy/reason-texts";
import { byWeight, trialOf, tryRule, type Trial, type Tried } from "../../domain/policy/try-rule";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { usablePolicy } from "../policy/read-saved";
import { requirePermission } from "../require-permission";
import { replayedFacts, type OnProgress } from "./read-past";

/** The newest proposals that a rule is tried on: what is answered within two seconds. */
export const TRIED_MAX = 5_000;
const LISTED_MAX = 60;
const PAGE = 250;

export interface TryRuleInput {
  /** The draft, as it would be saved. */
  readonly text: string;
  /** The place of the rule that is edited; null for a new one. */
  readonly place: number | null;
  readonly match: string;
  readonly when: string | null;
  readonly sets: Readonly<Record<string, string>>;
}

/** What a rule would have come to on the newest proposals. */
export interface RuleTrial {
  /** Proposals that were looked at. */
  readonly looked: number;
  /** Of them, those whose action its pattern fits. */
  readonly fitting: number;
  readonly matched: number;
  /** Those for which its condition cannot be answered. */
  readonly faults: number;
  /** Those whose treatment it changes. */
  readonly changed: number;
  /** Those that keep no facts and cannot be replayed. */
  readonly unreplayable: number;
  /** What it matches or cannot answer, worst first, at most {@link LISTED_MAX}. No argument leaves the server. */
  readonly worst: readonly {
    readonly id: ProposalId;
    readonly headline: string;
    readonly fault: string | null;
    readonly before: Handling;
    readonly after: Handling;
  }[];
}

/** The trial of a rule, checked before anything is counted. Throws `invalid_policy` with the place in the condition. */
export function readTrial(actor: PersonActor, { text, place, match, when, sets }: TryRuleInput): Trial {
  requirePermission(actor, "policy.save");
  const { document } = usablePolicy(text);
  const effect = Object.keys(sets).length === 0 ? { tier: "T0" } : sets;
  const rule = Rule.safeParse({ id: "tried", match, ...(when === null ? {} : { when }), then: { ...effect, reason: "tried" } });
  if (!rule.success) throw unusable(z.prettifyError(rule.error).split("\n")[0] ?? "the rule cannot be read");
  const condition = when === null ? null : conditionCompiler().compile(when);
  if (condition?.ok === false) throw unusable(placed(when ?? "", condition.error[0]));
  return trialOf(document, place, rule.data);
}

/**
 * Tries a rule on the newest {@link TRIED_MAX} proposals as they were judged on, and counts what it matches. Only those whose action it fits are
 * read. Ends between two pages once `signal` says that nobody waits for it any more.
 */
export async function countTrial(ctx: Context, trial: Trial, onProgress: OnProgress, signal: AbortSignal): Promise<RuleTrial> {
  const rows = await ctx.store.read.pastItems({ from: 0, until: ctx.clock() + 1 }, null, TRIED_MAX);
  const fitting = rows.filter((row) => trial.fits(row.actionName));
  const tried: (Tried & { readonly id: ProposalId })[] = [];
  let unreplayable = 0;
  for (let done = 0; done < fitting.length && !signal.aborted; done += PAGE) {
    const page = fitting.slice(done, done + PAGE);
    const agents = new Map<string, PastRow["agentId"]>(page.map(({ id, agentId }) => [id, agentId]));
    for (const found of await ctx.store.read.pastFacts(page.map(({ id }) => id))) {
      const facts = replayedFacts(trial.alone, found, agents.get(found.id) ?? "");
      if (facts === null) unreplayable += 1;
      else tried.push({ ...tryRule(trial, facts), id: found.id });
    }
    onProgress(Math.min(done + PAGE, fitting.length), fitting.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const touched = tried.filter(({ outcome }) => outcome !== "no");
  const isChanged = ({ before, after }: Tried) => strictness(before) !== strictness(after);
  return {
    looked: rows.length,
    fitting: fitting.length,
    matched: touched.filter(({ outcome }) => outcome === "yes").length,
    faults: touched.filter(({ outcome }) => outcome === "faults").length,
    changed: touched.filter(isChanged).length,
    unreplayable,
    worst: await listed(ctx, touched),
  };
}

/** The newest first among those that weigh the same: ids sort by time. */
async function listed(ctx: Context, touched: readonly (Tried & { readonly id: ProposalId })[]): Promise<RuleTrial["worst"]> {
  const sorted = [...touched].sort((one, other) => byWeight(one, other) || (one.id < other.id ? 1 : -1)).slice(0, LISTED_MAX);
  const lines = await Promise.all(sorted.map(({ id }) => ctx.store.read.listRow(id)));
  return sorted.map(({ id, fault, before, after }, index) => ({
    id,
    headline: lines[index]?.headline ?? id,
    fault: fault === null ? null : reasonInEnglish(fault),
    before,
    after,
  }));
}

function placed(condition: string, problem: ConditionProblem | undefined): string {
  if (problem === undefined) return "the condition cannot be read";
  const { line, column } = positionAt(condition, problem.offset);
  return `line ${String(line)}, column ${String(column)} of the condition: ${problem.message}`;
}

function unusable(says: string): AppError {
  return new AppError("invalid_policy", says, { issues: [{ path: "rule", says }] });
}
