import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";

/** What a call is answered with, before it is known which door it leaves by. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | ReadableStream<Uint8Array> | null;
}

/** What the server hands to the API beside the request; the framework's door hands nothing. */
export interface DoorBindings {
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } };
  readonly outgoing?: {
    writeHead(status: number, headers: Record<string, string>): unknown;
    end(body: string): unknown;
  };
}

const JSON_TYPE = "application/json; charset=utf-8";

/**
 * On every answer of the API, refusals included: nothing of it is a document, so nothing of it may be framed, sniffed, cached or run
 * (design: trust H8, A9).
 */
const ALWAYS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

/** An answer with a JSON body. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { "content-type": JSON_TYPE, ...headers }, body: JSON.stringify(value) };
}

/** An answer with a text of another type. */
export function textAnswer(contentType: string, body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, headers: { "content-type": contentType, ...headers }, body };
}

/**
 * The answer as a response. At the server's own door a complete body is written straight to the socket, which halves what a call costs:
 * a standard Response would be taken apart again, chunk by chunk. At the framework's door it is that standard Response.
 */
export function respond(answer: Answer, requestId: string, bindings: DoorBindings | undefined): Response {
  const headers: Record<string, string> = { "x-request-id": requestId, ...ALWAYS, ...answer.headers };
  const { outgoing } = bindings ?? {};
  const { body, status } = answer;
  if (outgoing === undefined || body instanceof ReadableStream) return new Response(body, { status, headers });
  if (body !== null) headers["content-length"] = String(Buffer.byteLength(body));
  outgoing.writeHead(status, headers);
  outgoing.end(body ?? "");
  return RESPONSE_ALREADY_SENT;
}
