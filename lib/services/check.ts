import type { Assessment, Prediction } from "../domain/risk";
import type { AgentActor } from "./actor";
import { assessPayload } from "./assess-payload";
import type { Context } from "./context";
import type { ProposeInput } from "./propose-input";
import { readInput } from "./propose-input";
import { requireScope } from "./require-scope";
import { weigh } from "./weigh";

/** What would happen to this proposal now. Nothing is written, no limit is counted. */
export async function check(
  ctx: Context,
  actor: AgentActor,
  input: ProposeInput,
): Promise<{ readonly assessment: Assessment; readonly prediction: Prediction }> {
  requireScope(actor, "propose");
  const read = readInput(input);
  const {
    assessment: plain,
    card,
    standing,
    facts,
  } = await assessPayload(
    ctx,
    { agentId: actor.agentId, agentName: actor.agentName, createdAt: ctx.clock(), expiresInMs: read.expiresInMs },
    read.payload,
    read.extras,
  );
  // As if it were the first use: which one it would be is only known when it is proposed.
  const assessment = standing?.under(1, facts.history.usage).assessment ?? plain;
  return { assessment, prediction: weigh(ctx, card, assessment).prediction };
}
