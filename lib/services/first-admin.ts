import type { PersonRecord } from "../../db/store/types";
import { AppError } from "./app-error";
import type { Context } from "./context";
import { ledgerDraft } from "./ledger-draft";
import type { PersonSummary } from "./people/person-summary";
import { personSummary, preparePerson } from "./people/person-summary";
import { refreshWorkspace } from "./settings/live-settings";
import { WORKSPACE_MODE_KEY, WORKSPACE_NAME_KEY, workspaceName } from "./settings/workspace";

export interface FirstAdminInput {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  /** Whether one person works here or several: decides what `two_person` means (README "Settled here"). */
  readonly workspace: "alone" | "team";
  readonly workspaceName: string;
}

/** True until the first admin exists. */
export async function needsFirstAdmin(ctx: Context): Promise<boolean> {
  return (await ctx.store.read.countPeople(null)) === 0;
}

/**
 * Creates the first admin and says how the workspace works. Of several callers at once exactly one succeeds: the count is taken under the
 * write lock. Throws `setup_done` for everybody else, `weak_password` or `invalid_request`.
 */
export async function createFirstAdmin(ctx: Context, input: FirstAdminInput): Promise<PersonSummary> {
  // Before the work of hashing, which anyone could otherwise ask for; the answer that counts is the one under the lock.
  if (!(await needsFirstAdmin(ctx))) throw setupDone();
  const name = workspaceName(input.workspaceName);
  const person = await preparePerson(ctx, { ...input, role: "admin" });
  await ctx.store.transact<PersonRecord>(function* (tx) {
    if ((yield* tx.countPeople(null)) > 0) throw setupDone();
    yield* tx.insertPerson(person);
    yield* tx.saveSetting(WORKSPACE_MODE_KEY, input.workspace);
    yield* tx.saveSetting(WORKSPACE_NAME_KEY, name);
    const by = `person:${person.id}`;
    const created = {
      type: "person.created",
      subject: person.id,
      body: { email: person.email, name: person.name, role: "admin" },
    };
    const settled = { type: "workspace.set", subject: null, body: { mode: input.workspace, name } };
    return { result: person, events: [ledgerDraft(by, person.createdAt, created), ledgerDraft(by, person.createdAt, settled)] };
  });
  await refreshWorkspace(ctx);
  return personSummary(person);
}

function setupDone(): AppError {
  return new AppError("setup_done", "the first admin already exists: sign in, or ask an admin for an account");
}
