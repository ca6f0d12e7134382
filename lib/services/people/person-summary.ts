import type { Steps, Transaction } from "../../../db/store/store";
import type { PersonRecord } from "../../../db/store/types";
import { normaliseEmail } from "../../domain/email";
import type { PersonId } from "../../domain/ids";
import { isId } from "../../domain/ids";
import { checkName } from "../../domain/name";
import { checkPassword } from "../../domain/password";
import { AppError, raise } from "../app-error";
import type { Context } from "../context";
import { hashPassword } from "../password-hashing";

/** A person without what must never leave the server. */
export type PersonSummary = Omit<PersonRecord, "passwordHash">;

/** The person as others may see them. */
export function personSummary({ passwordHash: _, ...summary }: PersonRecord): PersonSummary {
  return summary;
}

/** The person under the write lock. Throws `not_found`. */
export function* personInLock(tx: Transaction, id: string): Steps<PersonRecord> {
  const person = isId("person", id) ? yield* tx.person(id) : null;
  if (person === null) throw new AppError("not_found", "there is no such person");
  return person;
}

/** INVARIANT: an admin who may sign in always remains. Throws `last_admin` when this person is the only one. */
export function* keepAnAdmin(tx: Transaction, leaving: PersonRecord): Steps<void> {
  if (leaving.role !== "admin" || leaving.disabledAt !== null) return;
  if ((yield* tx.countPeople("admin")) > 1) return;
  throw new AppError("last_admin", "this is the only admin: make someone else an admin first");
}

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly role: PersonRecord["role"];
  readonly password: string;
}

/** A checked record for a new person, its password hashed. Throws `invalid_request` or `weak_password`; nothing is written. */
export async function preparePerson(ctx: Context, input: NewPerson): Promise<PersonRecord> {
  const email = normaliseEmail(input.email);
  if (email === null) throw invalid("email", "write an e-mail address in ASCII, such as ada@example.com");
  const name = personName(input.name);
  const passwordHash = await newPasswordHash(ctx, input.password, { email, name });
  const id: PersonId = ctx.newId("person");
  return { id, email, name, role: input.role, passwordHash, createdAt: ctx.clock(), disabledAt: null };
}

/** The hash of a password that is good enough for its owner. Throws `weak_password`. */
export async function newPasswordHash(
  ctx: Context,
  password: string,
  owner: { readonly email: string; readonly name: string },
): Promise<string> {
  const checked = checkPassword(password, owner);
  return checked.ok ? hashPassword(ctx, checked.value) : raise(checked.error);
}

function personName(text: string): string {
  const checked = checkName(text);
  if (!checked.ok) throw invalid("name", checked.error.detail);
  return checked.value.name;
}

function invalid(path: string, says: string): AppError {
  return new AppError("invalid_request", says, { issues: [{ path, says }] });
}
