import * as z from "zod";

import { SECOND_ADMIN_RULES } from "../domain/policy/second-admin-rule";
import { ROLES } from "../domain/words";
import type { SystemActor } from "../services/actor";
import { AppError } from "../services/app-error";
import type { Context } from "../services/context";
import { createKeyByName } from "../services/keys/create-key-by-name";
import { createPerson } from "../services/people/create-person";
import { compareDraft, getPolicy } from "../services/policy/read-policies";
import { savePolicy } from "../services/policy/save-policy";
import { readSecondAdminRule, setSecondAdminRule } from "../services/policy/second-admin";

/** Whoever may use the files of the server: the operating system has checked it. */
const COMMAND_LINE: SystemActor = { type: "system", name: "command_line" };

const AdminCommand = z.discriminatedUnion("command", [
  z.strictObject({
    command: z.literal("user.create"),
    input: z.strictObject({ email: z.string(), name: z.string(), role: z.enum(ROLES), password: z.string() }),
  }),
  z.strictObject({
    command: z.literal("key.create"),
    input: z.strictObject({ agent: z.string(), label: z.string(), scopes: z.array(z.string()).exactOptional() }),
  }),
  z.strictObject({
    command: z.literal("policy.set"),
    input: z.strictObject({ text: z.string(), note: z.string() }),
  }),
  z.strictObject({
    command: z.literal("policy.second_admin"),
    input: z.strictObject({ rule: z.enum(SECOND_ADMIN_RULES) }),
  }),
]);
export type AdminCommand = z.infer<typeof AdminCommand>;

const AdminResult = z.discriminatedUnion("command", [
  z.strictObject({ command: z.literal("user.create"), id: z.string(), email: z.string(), role: z.enum(ROLES) }),
  z.strictObject({
    command: z.literal("key.create"),
    key: z.string(),
    keyId: z.string(),
    agentId: z.string(),
    scopes: z.array(z.string()).readonly(),
  }),
  z.strictObject({
    command: z.literal("policy.set"),
    version: z.int(),
    /** The version that it took the place of; the same where nothing differs. */
    replaced: z.int(),
    /** What differs, in sentences. */
    changes: z.array(z.string()),
  }),
  z.strictObject({ command: z.literal("policy.second_admin"), from: z.enum(SECOND_ADMIN_RULES), to: z.enum(SECOND_ADMIN_RULES) }),
]);
/** What the command line prints or hands on; the key appears here and never again. */
export type AdminResult = z.infer<typeof AdminResult>;

/** Reads what came back over the socket; throws when it is not a result. */
export function readAdminResult(value: unknown): AdminResult {
  return AdminResult.parse(value);
}

/** A command as it came over the socket. Throws `invalid_request`. */
export function readAdminCommand(value: unknown): AdminCommand {
  const parsed = AdminCommand.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid_request", "this server does not know that command: use the command line of the same version");
}

/** Carries out what the command line asks for, with every right: whoever runs it could write the database file itself. */
export async function runAdminCommand(ctx: Context, { command, input }: AdminCommand): Promise<AdminResult> {
  switch (command) {
    case "user.create": {
      const { id, email, role } = await createPerson(ctx, COMMAND_LINE, input);
      return { command, id, email, role };
    }
    case "key.create": {
      const { key, secret } = await createKeyByName(ctx, COMMAND_LINE, input);
      return { command, key: secret, keyId: key.id, agentId: key.agentId, scopes: [...key.scopes] };
    }
    case "policy.set":
      return { command, ...(await setPolicy(ctx, input)) };
    case "policy.second_admin": {
      const { rule: from } = await readSecondAdminRule(ctx, COMMAND_LINE);
      await setSecondAdminRule(ctx, COMMAND_LINE, input);
      return { command, from, to: input.rule };
    }
  }
}

/** Saves a whole document through the same service as the screen, and says what it replaced. */
async function setPolicy(ctx: Context, { text, note }: { readonly text: string; readonly note: string }) {
  const { version: replaced } = await getPolicy(ctx, COMMAND_LINE, null);
  const { changes } = await compareDraft(ctx, COMMAND_LINE, { text, against: replaced });
  const saved = await savePolicy(ctx, COMMAND_LINE, { text, basedOn: replaced, note });
  const version = saved.outcome === "waiting" ? replaced : saved.version;
  return { version, replaced, changes: changes.map(({ sentence }) => sentence) };
}
