import * as z from "zod";

import type { Steps, Transaction } from "../../../db/store/store";
import type { PersonId } from "../../domain/ids";
import { isId } from "../../domain/ids";
import { SECOND_ADMIN_RULES } from "../../domain/policy/second-admin-rule";
import type { Context } from "../context";

/** The setting that holds a change that waits for a second admin; empty when none waits. */
const PENDING_KEY = "policy.pending";

const personId = z.string().refine((text): text is PersonId => isId("person", text));

const Proposed = z.strictObject({
  by: personId,
  at: z.int(),
  /** Names exactly what was proposed: whoever agrees, agrees to this. */
  digest: z.string(),
  change: z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("policy"),
      text: z.string(),
      basedOn: z.int(),
      note: z.string(),
      stepDays: z.int().exactOptional(),
    }),
    z.strictObject({ type: z.literal("rule"), rule: z.enum(SECOND_ADMIN_RULES) }),
  ]),
});
/** A change of the policy, or of the rule that asks for a second admin, that one admin proposed and another has to agree to. */
export type ProposedChange = z.infer<typeof Proposed>;

const Stored = z
  .string()
  .transform((text, check): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      check.addIssue({ code: "custom", message: "not JSON" });
      return z.NEVER;
    }
  })
  .pipe(Proposed);

/** A change as proposed now, named by the digest of what it would do. */
export function proposedChange(ctx: Context, by: PersonId, change: ProposedChange["change"]): ProposedChange {
  const at = ctx.clock();
  return { by, at, digest: `sha256:${ctx.sha256(JSON.stringify([by, at, change]))}`, change };
}

/** The change that waits, null when none does. */
export async function readPending(ctx: Context): Promise<ProposedChange | null> {
  return parse(await ctx.store.read.setting(PENDING_KEY));
}

/** The change that waits, under the write lock. */
export function* pendingInLock(tx: Transaction): Steps<ProposedChange | null> {
  return parse(yield* tx.setting(PENDING_KEY));
}

/** Lets a change wait in place of any other, or none. */
export function* savePending(tx: Transaction, pending: ProposedChange | null): Steps<void> {
  yield* tx.saveSetting(PENDING_KEY, pending === null ? "" : JSON.stringify(pending));
}

/** What cannot be read back does not wait: that lets nothing through. */
function parse(value: string | null): ProposedChange | null {
  if (value === null || value === "") return null;
  const read = Stored.safeParse(value);
  return read.success ? read.data : null;
}
