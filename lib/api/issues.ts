import type * as z from "zod";
import { jsonPointer } from "../domain/json-pointer";

export interface Issue {
  readonly path: string;
  readonly says: string;
}

const SAYS_MAX = 300;

/** What a schema found, as RFC 6901 pointers and sentences. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.map((issue) => ({ path: jsonPointer(issue.path), says: sentence(issue.message) }));
}

/** The same for a query, where an unknown name may itself be a secret that was pasted into an address: it is not repeated. */
export function queryIssuesOf(error: z.ZodError): Issue[] {
  return error.issues.map((issue) =>
    issue.code === "unrecognized_keys"
      ? { path: "", says: "the query has a parameter that this call does not know" }
      : { path: String(issue.path[0] ?? ""), says: sentence(issue.message) },
  );
}

/** Our manner: lower case at the start, no full stop, bounded. */
function sentence(message: string): string {
  const text = message.charAt(0).toLowerCase() + message.slice(1);
  return text.length > SAYS_MAX ? `${text.slice(0, SAYS_MAX)} …` : text;
}
