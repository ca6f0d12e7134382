import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";

import { adminSocketPath } from "../lib/auth/admin-socket";
import type { AdminCommand, AdminResult } from "../lib/auth/admin-commands";
import { runAdminCommand } from "../lib/auth/admin-commands";
import { processEnv } from "../lib/env";
import type { Env } from "../lib/env";
import { isAppError } from "../lib/services/app-error";
import { askServer } from "./admin/ask-server";
import { exportDatabase, verifyDatabase, verifyExport } from "./admin/ledger";
import { openForReading, withContext } from "./admin/open-offline";
import type { Command } from "./admin/parse-command";
import { parseCommand, USAGE, UsageError } from "./admin/parse-command";
import { migrateTo } from "./admin/migrate-to";
import { progress } from "./admin/progress";
import { refusalText } from "./admin/refusal-text";
import { restore } from "./admin/restore";

/** `npm run admin -- …`: people, keys, policy, the record and backups from the server's own machine. */
async function main(): Promise<number> {
  const command = parseCommand(process.argv.slice(2));
  if (command.type === "help") return print(USAGE);
  const env = processEnv();
  switch (command.type) {
    case "user.create":
      return userCreate(env, command);
    case "key.create":
      return keyCreate(env, command);
    case "policy.set":
      return policySet(env, command);
    case "policy.second_admin":
      return secondAdmin(env, command);
    case "ledger.verify": {
      const { holds, says } = command.file === null ? await verifyDatabase(env) : await verifyExport(env, command.file);
      print(`${says}\n`);
      return holds ? 0 : 1;
    }
    case "ledger.export":
      return print(`${await exportDatabase(env, command.file)}\n`);
    case "backup":
      return backup(env, command.file);
    case "migrate-to":
      return print(await migrateTo(env, command.url));
    case "restore": {
      const { replaced } = await restore(env, command.file);
      print(`restored from ${command.file}\n`);
      if (replaced !== null) print(`the database that was there is now ${replaced}\n`);
      return print("sessions and keys that were ended since that backup are as they were then: look them through\n");
    }
  }
}

async function userCreate(env: Env, { email, name, role, password }: Extract<Command, { type: "user.create" }>): Promise<number> {
  const said = password === "-" ? (await text(process.stdin)).replace(/\r?\n$/, "") : password;
  const made = await carryOut(env, { command: "user.create", input: { email, name, role, password: said } });
  return made.command === "user.create" ? print(`${made.email} can sign in as ${made.role} (${made.id})\n`) : 1;
}

async function keyCreate(env: Env, { agent, label, scopes, json }: Extract<Command, { type: "key.create" }>): Promise<number> {
  const made = await carryOut(env, {
    command: "key.create",
    input: { agent, label, ...(scopes === null ? {} : { scopes: [...scopes] }) },
  });
  if (made.command !== "key.create") return 1;
  const { key, keyId, agentId } = made;
  if (json) return print(`${JSON.stringify({ key, keyId, agentId, agent, scopes: made.scopes })}\n`);
  print(`${key}\n`);
  process.stderr.write(`a key for ${agent}, may ${made.scopes.join(", ")}; it is shown only this once\n`);
  return 0;
}

async function policySet(env: Env, { file, note }: Extract<Command, { type: "policy.set" }>): Promise<number> {
  const input = { text: readFileSync(file, "utf8"), note };
  const made = await carryOut(env, { command: "policy.set", input });
  if (made.command !== "policy.set") return 1;
  const { version, replaced, changes } = made;
  if (version === replaced) return print(`nothing differs: version ${String(version)} stays in force\n`);
  print(`version ${String(version)} is in force in place of version ${String(replaced)}:\n`);
  return print(changes.map((sentence) => `  ${sentence}\n`).join(""));
}

async function secondAdmin(env: Env, { rule }: Extract<Command, { type: "policy.second_admin" }>): Promise<number> {
  const made = await carryOut(env, { command: "policy.second_admin", input: { rule } });
  if (made.command !== "policy.second_admin") return 1;
  const [from, to] = [made.from, made.to].map((word) => word.replace("_", "-"));
  return print(`riskier changes of the policy wait for a second admin: ${String(to)} (it was ${String(from)})\n`);
}

/** By the running server when there is one, else on the database itself. */
async function carryOut(env: Env, command: AdminCommand): Promise<AdminResult> {
  const answered = await askServer(adminSocketPath(env.dataDir), command);
  return answered ?? withContext(env, (ctx) => runAdminCommand(ctx, command));
}

async function backup(env: Env, file: string): Promise<number> {
  const store = await openForReading(env);
  const shown = progress("copying pages");
  try {
    await store.backup(file, shown.step);
  } finally {
    shown.end();
    await store.close();
  }
  print(`written to ${file} and checked\n`);
  return print("keep the data directory's signing-keys and session-secret as well: they are not in the database\n");
}

function print(says: string): 0 {
  process.stdout.write(says);
  return 0;
}

/** What went wrong, in words. */
function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nnpm run admin -- --help lists what there is`;
  if (isAppError(error)) return refusalText(error.detail, error.issues);
  if (error instanceof Error) return error.message;
  return String(error);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${explain(error).trimEnd()}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  },
);
