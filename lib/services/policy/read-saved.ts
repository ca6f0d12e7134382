import type { PolicyRecord } from "../../../db/store/types";
import type { PolicyChange } from "../../domain/policy/policy-change";
import { diffPolicy } from "../../domain/policy/diff-policy";
import type { PolicyDocument } from "../../domain/policy/policy-document";
import type { PolicyIssue } from "../../domain/policy/validate-policy";
import { readPolicy } from "../../domain/policy/validate-policy";
import { AppError } from "../app-error";
import type { Context } from "../context";

/** The document a text holds. Throws `invalid_policy` with every reason, each with its line and column. */
export function usablePolicy(text: string): { readonly document: PolicyDocument; readonly warnings: readonly PolicyIssue[] } {
  const read = readPolicy(text);
  if (read.ok) return read.value;
  const issues = read.error.map((issue) => ({ path: issue.path, says: issueWords(issue) }));
  throw new AppError("invalid_policy", "the policy cannot be used: correct what is listed and save again", { issues });
}

/** An issue with its place in the document: `line 12, column 9: …`. */
export function issueWords({ line, column, message }: PolicyIssue): string {
  return `line ${line}, column ${column}: ${message}`;
}

/** A saved version, the newest for null. Throws `not_found`. */
export async function savedPolicy(ctx: Context, version: number | null): Promise<PolicyRecord> {
  const saved = version === null || isVersion(version) ? await ctx.store.read.policy(version) : null;
  if (saved === null) throw new AppError("not_found", "there is no such version of the policy");
  return saved;
}

/** What would change, and whether any of it lets more through. A version that cannot be read counts as the strictest. */
export function changesBetween(
  before: PolicyRecord,
  after: PolicyDocument,
): { readonly changes: readonly PolicyChange[]; readonly riskier: boolean } {
  const read = readPolicy(before.text);
  if (!read.ok) return { changes: [], riskier: true };
  const changes = diffPolicy(read.value.document, after);
  return { changes, riskier: changes.some((change) => change.riskier) };
}

function isVersion(version: number): boolean {
  return Number.isSafeInteger(version) && version >= 1;
}
