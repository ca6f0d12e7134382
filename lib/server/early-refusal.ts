import type { ServerResponse } from "node:http";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

/** What a request is told that never reaches a route. Without detail: nothing is known of who sent it. */
export interface EarlyRefusal {
  readonly status: 400 | 404 | 408 | 417 | 426 | 431 | 500;
  readonly detail: string;
}

const POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Answers a request that is refused before any routing, as a problem document. */
export function refuseEarly(response: ServerResponse, refusal: EarlyRefusal, headers: Readonly<Record<string, string>>): void {
  const body = problem(refusal);
  response.writeHead(refusal.status, { ...all(headers), "content-length": String(Buffer.byteLength(body)), connection: "close" });
  response.end(body);
}

/** The same where there is only a socket: the request could not be read, or asked to become something else. */
export function refuseSocket(socket: Duplex, refusal: EarlyRefusal, headers: Readonly<Record<string, string>>): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = problem(refusal);
  const lines = Object.entries({ ...all(headers), "content-length": String(Buffer.byteLength(body)), connection: "close" });
  const head = [
    `HTTP/1.1 ${String(refusal.status)} ${STATUS_CODES[refusal.status] ?? ""}`,
    ...lines.map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => {
    socket.destroy();
  });
}

/** What the HTTP parser complained of. */
export function refusalOfParser(code: string | undefined): EarlyRefusal {
  if (code === "HPE_HEADER_OVERFLOW") return { status: 431, detail: "the address or the headers are too long" };
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return { status: 408, detail: "the request took too long to arrive: send it again" };
  return { status: 400, detail: "this is not a request that can be read" };
}

function all(headers: Readonly<Record<string, string>>): Record<string, string> {
  return {
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": POLICY,
    ...headers,
  };
}

function problem({ status, detail }: EarlyRefusal): string {
  const title = STATUS_CODES[status] ?? "Refused";
  const code = status === 404 ? "not_found" : status === 500 ? "internal" : "invalid_request";
  return JSON.stringify({ type: `/docs/api#${code}`, title, status, detail, code, requestId: "none" });
}
