import type { ProposalId } from "../../lib/domain/ids";
import type { PersonActor } from "../../lib/services/actor";
import type { Context } from "../../lib/services/context";
import { decideProposal } from "../../lib/services/triage/decide-proposal";
import { readCard } from "../../lib/services/triage/read-card";
import type { Random } from "./random";

/** Share of the opinions that are given at once: some are always owed. */
const GIVEN = 0.9;
/** How often somebody would reject what is right. */
const FALSE_REJECT = 0.03;

export interface Asked {
  readonly id: ProposalId;
  /** Whether the agent is wrong, and how surely people see it. */
  readonly wrong: boolean;
  readonly caught: number;
}

/** Whoever is asked says what they would have done, until it is settled or somebody leaves it lying. */
export async function giveOpinions(
  ctx: Context,
  clock: { now: number },
  people: readonly PersonActor[],
  random: Random,
  { id, wrong, caught }: Asked,
): Promise<void> {
  for (const person of people) {
    const draw = await ctx.store.read.draw(id);
    if (draw?.purpose !== "double" || draw.settledAt !== null || !random.chance(GIVEN)) return;
    const { found, card, cannotSign } = await readCard(ctx, person, id);
    if (cannotSign !== null) continue;
    const rejects = random.chance(wrong ? caught : FALSE_REJECT);
    const reason = { code: random.pick(card.rejectReasons).code, text: null };
    const activeMs = Math.round((found.record.predictedSeconds * (0.7 + random.next()) + 1.5) * 1000);
    clock.now += activeMs;
    const { version, digest } = found.record.state;
    await decideProposal(ctx, person, {
      ...{ proposal: id, version, digest, act: { type: "key" }, measured: { activeMs, device: "keyboard" } },
      decision: rejects ? { type: "reject", reason } : { type: "approve" },
    });
  }
}
