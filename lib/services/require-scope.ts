import type { AgentActor } from "./actor";
import { AppError } from "./app-error";

/** Throws `forbidden` unless the agent's key carries `scope`. */
export function requireScope(actor: AgentActor, scope: string): void {
  if (!actor.scopes.has(scope)) {
    throw new AppError("forbidden", `this key lacks the scope \`${scope}\`: ask an admin for a key that has it`);
  }
}
