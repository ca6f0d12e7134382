import { can } from "../../domain/permissions";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";

/** Throws `forbidden` unless the person's role may decide on proposals. */
export function requireDecider(actor: PersonActor): void {
  if (!can(actor.role, "proposal.decide"))
    throw new AppError("forbidden", "your role reads only: ask an admin for the reviewer role");
}
