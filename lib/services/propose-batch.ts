import type { AgentActor } from "./actor";
import { AppError } from "./app-error";
import type { Context } from "./context";
import { propose } from "./propose";
import type { ProposeInput } from "./propose-input";
import type { ProposeCall, Proposed } from "./propose-types";
import { requireScope } from "./require-scope";

/** So many of a batch are judged before the writer gets its turn with them: it works on these while the next are judged. */
const JUDGED_AT_ONCE = 25;

/** Many proposals, each answered on its own and in order. They share commits where the group runner lets them. */
export async function proposeBatch(
  ctx: Context,
  actor: AgentActor,
  items: readonly (ProposeCall & { readonly input: ProposeInput })[],
): Promise<readonly (Proposed | AppError)[]> {
  requireScope(actor, "propose");
  const answers: Promise<Proposed | AppError>[] = [];
  for (const { input, ...call } of items) {
    if (answers.length > 0 && answers.length % JUDGED_AT_ONCE === 0) await writersTurn();
    answers.push(proposeItem(ctx, actor, input, call));
  }
  return Promise.all(answers);
}

/** One item of a batch. Never rejects: what goes wrong is its own answer. */
async function proposeItem(
  ctx: Context,
  actor: AgentActor,
  input: ProposeInput,
  call: ProposeCall,
): Promise<Proposed | AppError> {
  try {
    return await propose(ctx, actor, input, call);
  } catch (error) {
    if (error instanceof AppError) return error;
    ctx.log.error({ error }, "a proposal of a batch failed");
    return new AppError("internal", "this item failed here: send it again with its key", { cause: error });
  }
}

/** Resolves after the writer has begun: its own turn was asked for after ours, so ours is the one after. */
function writersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}
