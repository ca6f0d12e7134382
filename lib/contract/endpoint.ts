import type * as z from "zod";
import type { Scope } from "../domain/agent-key";
import type { ErrorCode } from "../domain/error-codes";

/** Who may call: anyone, an agent's key, a signed-in person, or whoever scrapes metrics. */
export type Who = "public" | "agent" | "person" | "metrics";

/** One call of the HTTP API, declared once: the server answers it, the tests hold it, the documents describe it. */
export interface Endpoint {
  readonly id: string;
  readonly method: "GET" | "POST";
  /** Under `/api/v1`; parameters in braces. */
  readonly path: string;
  readonly who: Who;
  /** The scope an agent's key needs; null where none does. */
  readonly scope: Scope | null;
  readonly area: string;
  readonly summary: string;
  readonly description?: string;
  /** Schema of the JSON body; absent when the call takes none. */
  readonly body?: z.ZodType;
  /** Largest body, bytes; 256 kB unless said. */
  readonly bodyBytes?: number;
  /** True when newline-delimited JSON is taken beside a JSON array. */
  readonly takesLines?: true;
  /** Schema of the query; any other parameter is refused, and so is every parameter where there is none. */
  readonly query?: z.ZodObject;
  readonly status: 200 | 201;
  /** Schema of the JSON answer, or the media type of an answer that is not JSON. */
  readonly reply: z.ZodType | { readonly mediaType: string; readonly description: string };
  /** Headers that the call understands beside `Authorization`. */
  readonly headers?: readonly HeaderDeclaration[];
  /** Headers that the answer may carry. */
  readonly replyHeaders?: readonly HeaderDeclaration[];
  /** Refusals of its own; those that every call can give are added. */
  readonly problems: readonly ErrorCode[];
}

export interface HeaderDeclaration {
  readonly name: string;
  readonly description: string;
}

/** Declares an endpoint, keeping the types of its schemas. */
export function endpoint<const E extends Endpoint>(declared: E): E {
  return declared;
}

/** The names of a path's parameters: `/proposals/{id}` has `id`. */
export function pathParameters(path: string): readonly string[] {
  return [...path.matchAll(/\{([a-z]+)\}/g)].map((match) => match[1] ?? "");
}
