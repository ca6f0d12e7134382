import { editFields } from "../card/edit-form";
import { never } from "../result";
import type { FreedField, Grant } from "./grant";

/** What became of a standing approval. */
export type GrantStanding = "in_force" | "used_up" | "over" | "revoked";

/** Whether it may still be used at `now`, and if not, what ended it first. */
export function standingAt({ revokedAt, used, usesMax, until }: Grant, now: number): GrantStanding {
  if (revokedAt !== null) return "revoked";
  if (used >= usesMax) return "used_up";
  return now < until ? "in_force" : "over";
}

/** What may differ from what was approved, a sentence a field; empty where nothing may. */
export function freedWords({ action, freed }: Pick<Grant, "action" | "freed">): readonly string[] {
  const labels = new Map(editFields(action.arguments).map(({ path, label }) => [path, label]));
  return freed.map((field) => `${labels.get(field.path) ?? field.path} ${boundWords(field)}`);
}

function boundWords(field: FreedField): string {
  switch (field.type) {
    case "list":
      return `is one of ${field.values.join(", ")}`;
    case "range":
      return `is between ${String(field.min)} and ${String(field.max)}`;
    default:
      return never(field);
  }
}
