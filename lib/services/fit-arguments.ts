import { compileSchema } from "../domain/card/arguments-schema";
import type { JsonObject } from "../domain/json";
import type { Action } from "../domain/proposal";
import { resolveAction } from "../domain/policy/compile-policy";
import { AppError, raise } from "./app-error";
import type { Context } from "./context";

/** The schema that the catalogue in force has for the arguments of `actionName`; null where it has none. */
export function catalogueSchema(ctx: Context, actionName: string): JsonObject | null {
  const { policy } = ctx.live;
  return policy === null ? null : (resolveAction(policy, actionName, null).entry?.argumentsSchema ?? null);
}

/**
 * The catalogue's schema as a bound on edits: null also where what the agent sent does not fit it, since the schema then describes another shape
 * of the action than the one at hand.
 */
export function schemaForEdits(ctx: Context, action: Action): JsonObject | null {
  const schema = catalogueSchema(ctx, action.name);
  if (schema === null) return null;
  const compiled = compileSchema(schema);
  return compiled.ok && compiled.value.validate(action.arguments).length === 0 ? schema : null;
}

/** Throws `invalid_arguments`, with an issue a field, unless what a person wrote fits every schema there is. */
export function requireFitting(callArguments: JsonObject, schemas: readonly (JsonObject | null)[]): void {
  for (const schema of schemas) {
    if (schema === null) continue;
    const compiled = compileSchema(schema);
    if (!compiled.ok) return raise(compiled.error);
    const issues = compiled.value.validate(callArguments);
    if (issues.length > 0) throw new AppError("invalid_arguments", "the arguments do not fit the action’s schema", { issues });
  }
}
