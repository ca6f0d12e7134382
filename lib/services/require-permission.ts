import type { Verb } from "../domain/permissions";
import { can } from "../domain/permissions";
import type { PersonActor, SystemActor } from "./actor";
import { AppError } from "./app-error";

/**
 * Throws `forbidden` unless the person's role carries the right. The product itself (the command line on the server's own machine)
 * holds every right: whoever runs it can already read the database file.
 */
export function requirePermission(actor: PersonActor | SystemActor, verb: Verb): void {
  if (actor.type === "system" || can(actor.role, verb)) return;
  throw new AppError("forbidden", `your role, ${actor.role}, may not do this: ask an admin`, { context: { verb } });
}
