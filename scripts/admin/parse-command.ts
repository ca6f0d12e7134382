import path from "node:path";
import { parseArgs } from "node:util";

import { isScope, SCOPES } from "../../lib/domain/agent-key";
import type { SecondAdminRule } from "../../lib/domain/policy/second-admin-rule";
import { SECOND_ADMIN_RULES } from "../../lib/domain/policy/second-admin-rule";
import type { Role } from "../../lib/domain/words";
import { ROLES } from "../../lib/domain/words";

/** What one call of the command line asks for. */
export type Command =
  | { readonly type: "help" }
  | {
      readonly type: "user.create";
      readonly email: string;
      readonly name: string;
      readonly role: Role;
      readonly password: string;
    }
  | {
      readonly type: "key.create";
      readonly agent: string;
      readonly label: string;
      readonly scopes: readonly string[] | null;
      readonly json: boolean;
    }
  | { readonly type: "policy.set"; readonly file: string; readonly note: string }
  | { readonly type: "policy.second_admin"; readonly rule: SecondAdminRule }
  | { readonly type: "ledger.verify"; readonly file: string | null }
  | { readonly type: "ledger.export"; readonly file: string }
  | { readonly type: "backup"; readonly file: string }
  | { readonly type: "restore"; readonly file: string }
  | { readonly type: "migrate-to"; readonly url: string };

export const USAGE = `npm run admin -- COMMAND

  user create --email E --name N --role reviewer|admin|auditor --password P
      adds a person who can sign in; --password - reads it from standard input
  key create --agent NAME [--label L] [--scopes ${SCOPES.join(",")}] [--json]
      makes a key for an agent, and the agent if it is new; prints the key once
  policy set FILE [--note N]
      puts a whole policy document into force, and prints what differs from the one before it
  policy second-admin never|from-two|always
      says when a riskier change of the policy waits for a second admin, for when the other admin is gone
  ledger verify [FILE]
      recomputes the chain of the database, or checks an export and its signature
  ledger export FILE
      writes the whole record with a signed manifest
  backup FILE
      copies the database, consistently and checked
  restore FILE
      puts a backup in place of the database; the server must be stopped

  migrate-to postgres://USER:PASSWORD@HOST/NAME
      copies the embedded database into an empty one on PostgreSQL, and checks it there; the server must be stopped

  All but restore and migrate-to work while the server runs. Settings come from the same environment variables as the server's.
`;

/** Raised for a command line that cannot be understood; the message says what is wrong with it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Flags = Readonly<Record<string, "string" | "boolean">>;

/** The command that the arguments spell. Throws {@link UsageError} for anything unknown, missing or too much. */
export function parseCommand(argv: readonly string[]): Command {
  const [noun = "", verb = "", ...rest] = argv;
  if (argv.length === 0 || argv.includes("--help") || argv.includes("-h") || noun === "help") return { type: "help" };
  switch (noun) {
    case "user":
      if (verb === "create") return userCreate(rest);
      throw unknown(argv, "user create");
    case "key":
      if (verb === "create") return keyCreate(rest);
      throw unknown(argv, "key create");
    case "policy":
      if (verb === "set") return policySet(rest);
      if (verb === "second-admin") return { type: "policy.second_admin", rule: secondAdmin(rest) };
      throw unknown(argv, "policy set, policy second-admin");
    case "ledger":
      if (verb === "verify") return { type: "ledger.verify", file: files(rest, 1)[0] ?? null };
      if (verb === "export") return { type: "ledger.export", file: oneFile(rest) };
      throw unknown(argv, "ledger verify, ledger export");
    case "backup":
    case "restore":
      return { type: noun, file: oneFile(argv.slice(1)) };
    case "migrate-to":
      return { type: noun, url: oneFile(argv.slice(1), "name one address") };
    default:
      throw unknown(
        argv,
        "user create, key create, policy set, policy second-admin, ledger verify, ledger export, backup, restore, migrate-to",
      );
  }
}

function userCreate(argv: readonly string[]): Command {
  const { values } = read(argv, { email: "string", name: "string", role: "string", password: "string" }, 0);
  const role = ROLES.find((known) => known === values["role"]);
  const [email, name, password] = [required(values, "email"), required(values, "name"), required(values, "password")];
  if (role === undefined) throw new UsageError(`--role must be one of ${ROLES.join(", ")}`);
  return { type: "user.create", email, name, role, password };
}

function keyCreate(argv: readonly string[]): Command {
  const { values } = read(argv, { agent: "string", label: "string", scopes: "string", json: "boolean" }, 0);
  const scopes = typeof values["scopes"] === "string" ? values["scopes"].split(/[,\s]+/).filter((scope) => scope !== "") : null;
  const wrong = scopes?.find((scope) => !isScope(scope));
  if (wrong !== undefined) throw new UsageError(`--scopes does not know \`${wrong}\`: choose from ${SCOPES.join(", ")}`);
  if (scopes?.length === 0) throw new UsageError(`--scopes is empty: choose from ${SCOPES.join(", ")}`);
  const label = typeof values["label"] === "string" ? values["label"] : "command line";
  return { type: "key.create", agent: required(values, "agent"), label, scopes, json: values["json"] === true };
}

function policySet(argv: readonly string[]): Command {
  const { values, positionals } = read(argv, { note: "string" }, 1);
  const [file] = positionals;
  if (file === undefined) throw new UsageError("name one file");
  return { type: "policy.set", file, note: typeof values["note"] === "string" ? values["note"] : `from ${path.basename(file)}` };
}

function secondAdmin(argv: readonly string[]): SecondAdminRule {
  const word = oneFile(argv, "say never, from-two or always").replace("-", "_");
  const rule = SECOND_ADMIN_RULES.find((known) => known === word);
  if (rule === undefined) throw new UsageError("say never, from-two or always");
  return rule;
}

function oneFile(argv: readonly string[], missing = "name one file"): string {
  const [file] = files(argv, 1);
  if (file === undefined) throw new UsageError(missing);
  return file;
}

function files(argv: readonly string[], max: number): readonly string[] {
  return read(argv, {}, max).positionals;
}

function read(argv: readonly string[], flags: Flags, positionalsMax: number) {
  const options = Object.fromEntries(Object.entries(flags).map(([name, type]) => [name, { type }]));
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    const extra = positionals[positionalsMax];
    if (extra !== undefined) throw new UsageError(`\`${extra}\` is one word too many: quote what holds a space`);
    return { values, positionals };
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof TypeError)) throw error;
    // Node's own words name the option; what follows the first sentence is about its syntax in general.
    throw new UsageError((error.message.split(". ")[0] ?? error.message).toLowerCase(), { cause: error });
  }
}

function required(values: Readonly<Record<string, unknown>>, name: string): string {
  const value = values[name];
  if (typeof value !== "string" || value === "") throw new UsageError(`--${name} is missing`);
  return value;
}

function unknown(argv: readonly string[], known: string): UsageError {
  return new UsageError(`\`${argv.slice(0, 2).join(" ")}\` is not a command: there is ${known}`);
}
