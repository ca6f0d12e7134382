import * as z from "zod";

import { ROLES } from "../domain/words";
import type { SystemActor } from "../services/actor";
import { AppError } from "../services/app-error";
import type { Context } from "../services/context";
import { createKeyByName } from "../services/keys/create-key-by-name";
import { createPerson } from "../services/people/create-person";

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
  if (command === "user.create") {
    const { id, email, role } = await createPerson(ctx, COMMAND_LINE, input);
    return { command, id, email, role };
  }
  const { key, secret } = await createKeyByName(ctx, COMMAND_LINE, input);
  return { command, key: secret, keyId: key.id, agentId: key.agentId, scopes: [...key.scopes] };
}
