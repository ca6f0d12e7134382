import type * as z from "zod";
import { AppError } from "../services/app-error";
import { queryIssuesOf } from "./issues";

/**
 * The query of a request's address, read by `schema`. Refuses repeated and unknown parameters, and every parameter when there is no schema:
 * nothing is ignored silently, and a key pasted into the address is never taken (design: trust P5).
 */
export function readQuery<Query>(url: string, schema: z.ZodType<Query> | undefined): Query | undefined {
  const start = url.indexOf("?");
  const search = start === -1 ? "" : url.slice(start + 1);
  if (schema === undefined) {
    if (search === "") return undefined;
    throw new AppError("invalid_request", "this call takes no query parameters, and a key belongs in `Authorization`");
  }
  const read = schema.safeParse(single(new URLSearchParams(search)));
  if (read.success) return read.data;
  throw new AppError("invalid_request", "the query does not fit: see `issues`", { issues: queryIssuesOf(read.error) });
}

function single(parameters: URLSearchParams): Record<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of parameters) {
    if (found.has(name)) throw new AppError("invalid_request", "a query parameter is repeated: send each once");
    found.set(name, value);
  }
  return Object.fromEntries(found);
}
