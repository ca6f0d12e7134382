import fc from "fast-check";

import type { Json } from "../../lib/domain/json";
import { hostile, isObject, jsonOf, replaced } from "./json-of-schema";
import type { Schema } from "./json-of-schema";

/** Who sends a request; each stands for a credential of the scene. */
export const CREDENTIALS = [
  "agent",
  "otherAgent",
  "readOnly",
  "revoked",
  "expired",
  "mistyped",
  "none",
  "admin",
  "reviewer",
  "auditor",
  "foreignPage",
] as const;
export type Credential = (typeof CREDENTIALS)[number];

/** One request of the fuzz. `@id:n` in its path and its body stands for the n-th proposal that exists when it is sent. */
export interface ApiRequest {
  readonly path: string;
  /** As it stands in the document, and whether the request keeps to its method and path. */
  readonly operation: string;
  readonly plain: boolean;
  readonly method: string;
  readonly credential: Credential;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

interface Operation {
  readonly path: string;
  readonly method: string;
  readonly body: Schema | null;
  readonly query: readonly string[];
  readonly headers: readonly string[];
  readonly person: boolean;
}

/** What texts of a request are taken from: places of ids, words of the product, action names, and what nobody should send. */
const TEXTS: fc.Arbitrary<string> = fc.oneof(
  fc.nat(40).map((place) => `@id:${String(place)}`),
  fc.constantFrom(
    "payment.refund",
    "crm.get",
    "email.send",
    "pending",
    "approved",
    "label",
    "key",
    "hold",
    "https://x.example/a",
  ),
  fc.constantFrom(
    "@digest",
    "@receipt",
    "@redemption",
    "amount",
    "to",
    "EUR",
    "48.00",
    "toString",
    "__proto__",
    "hasOwnProperty",
  ),
);
const IDS = fc.oneof(
  { weight: 6, arbitrary: fc.nat(40).map((place) => `@id:${String(place)}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("prp_", "%00", "..%2f..", "%F0%9F", "x".repeat(3000), "prp_%3Cscript%3E", "batch", "~"),
  },
);
const HEADER_VALUES = fc.constantFrom(
  ...["wait=0", "wait=-1", "wait=1e9", "wait=", "respond-async", "0", "1", "-1", "999999999999", "key-1", "key-2", "a b"],
  ...["sha-256=:AAAA:", "nonsense", "x".repeat(300), "\u00e9"],
);
const SPOILED: readonly ((text: string) => string | Uint8Array<ArrayBuffer>)[] = [
  (text) => text.slice(0, -1),
  (text) => `\ufeff${text}`,
  (text) => `${text}${text}`,
  (text) => text.replace("{", '{"a":1,"a":2,'),
  (text) => text.replace("{", '{"__proto__":{"polluted":true},'),
  (text) => text.replace("{", '{"a":9007199254740993,'),
  (text) => text.replace("{", '{"a":1e400,'),
  (text) => text.replace("{", '{"a":-0,'),
  (text) => text.replace("{", '{"a":"\\ud800",'),
  (text) => text.replace("{", '{"a":"\\u0000",'),
  (text) => text.replace("{", `{"a":${"[".repeat(40)}${"]".repeat(40)},`),
  (text) => text.replace("{", '{"surplus":true,'),
  (text) => Buffer.concat([Buffer.from(text.slice(0, 5)), Buffer.from([0xc3, 0x28]), Buffer.from(text.slice(5))]),
  (text) => Buffer.from(text, "utf16le"),
  () => "[".repeat(100_000),
  () => `"${"x".repeat(300_000)}"`,
  () => "",
];

/** Requests made from the API's own document: most of them fit it somewhere and miss it elsewhere. */
export function apiRequests(document: Schema): fc.Arbitrary<ApiRequest> {
  const schemas = objectsIn(objectAt(objectAt(document, "components"), "schemas"));
  return fc.oneof(...operationsOf(document).map((operation) => requestOf(operation, schemas)));
}

function requestOf(operation: Operation, schemas: Readonly<Record<string, Schema>>): fc.Arbitrary<ApiRequest> {
  const own = operation.person ? (["admin", "reviewer"] as const) : (["agent"] as const);
  const headers = fc.dictionary(fc.constantFrom(...operation.headers, "accept", "last-event-id", "prefer"), HEADER_VALUES, {
    maxKeys: 2,
  });
  const query = fc.dictionary(
    fc.constantFrom(...operation.query, "surplus"),
    fc.oneof(TEXTS, fc.constantFrom("", "0", "101", "1e9")),
    {
      maxKeys: 2,
    },
  );
  return fc
    .record({
      credential: fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom<Credential>(...own) },
        { weight: 1, arbitrary: fc.constantFrom(...CREDENTIALS) },
      ),
      id: IDS,
      method: fc.oneof(
        { weight: 12, arbitrary: fc.constant(operation.method) },
        { weight: 1, arbitrary: fc.constantFrom("GET", "HEAD", "OPTIONS", "POST", "DELETE", "PUT", "PATCH") },
      ),
      headers: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headers }),
      query: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: query }),
      body: operation.body === null ? fc.constant(null) : bodyOf(operation.body, schemas),
      media: fc.oneof(
        { weight: 12, arbitrary: fc.constant("application/json") },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            "application/x-ndjson",
            "text/plain",
            "multipart/form-data; boundary=x",
            "application/json; charset=latin1",
          ),
        },
      ),
    })
    .map((made) => assembled(operation, made));
}

interface Made {
  readonly credential: Credential;
  readonly id: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: ApiRequest["body"];
  readonly media: string;
}

function assembled(operation: Operation, { credential, id, method, headers, query, body, media }: Made): ApiRequest {
  const search = new URLSearchParams(query).toString();
  const carries = method !== "GET" && method !== "HEAD" && body !== null;
  return {
    path: `${operation.path.replace("{id}", id)}${search === "" ? "" : `?${search}`}`,
    operation: `${operation.method} ${operation.path}`,
    plain: method === operation.method && !/[%~]|batch$/.test(id),
    method,
    credential,
    headers: { ...(carries ? { "content-type": media } : {}), ...headers },
    body: carries ? body : null,
  };
}

function bodyOf(schema: Schema, schemas: Readonly<Record<string, Schema>>): fc.Arbitrary<string | Uint8Array<ArrayBuffer>> {
  const fitting = jsonOf(schema, schemas, TEXTS);
  const place = fc.array(fc.nat(9), { maxLength: 4 });
  const missing = fc.tuple(fitting, place, hostile).map(([value, at, other]): Json => replaced(value, at, other));
  return fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: fitting }, { weight: 3, arbitrary: missing }),
      fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...SPOILED) }),
    )
    .map(([value, spoil]) => (spoil === null ? JSON.stringify(value) : spoil(JSON.stringify(value))));
}

function operationsOf(document: Schema): readonly Operation[] {
  return Object.entries(objectsIn(objectAt(document, "paths"))).flatMap(([path, methods]) =>
    Object.entries(objectsIn(methods)).map(([method, declared]): Operation => {
      const parameters = Array.isArray(declared["parameters"]) ? declared["parameters"].filter(isObject) : [];
      const named = (place: string): string[] =>
        parameters.flatMap(({ in: where, name }) => (where === place && typeof name === "string" ? [name.toLowerCase()] : []));
      const content = objectAt(objectAt(declared, "requestBody"), "content");
      const body = objectAt(objectAt(content, "application/json"), "schema");
      return {
        path: path.replace(/^\/api\/v1/, ""),
        method: method.toUpperCase(),
        body: Object.keys(body).length === 0 ? null : body,
        query: named("query"),
        headers: named("header"),
        person: path.startsWith("/api/v1/people"),
      };
    }),
  );
}

function objectAt(schema: Schema, name: string): Schema {
  const value = schema[name];
  return isObject(value) ? value : {};
}

function objectsIn(schema: Schema): Readonly<Record<string, Schema>> {
  return Object.fromEntries(Object.entries(schema).flatMap(([name, value]) => (isObject(value) ? [[name, value] as const] : [])));
}
