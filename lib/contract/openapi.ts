import * as z from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from "zod-openapi";
import { createDocument } from "zod-openapi";
import type { ErrorCode } from "../domain/error-codes";
import { ERROR_CODES } from "../domain/error-codes";
import type { Endpoint, HeaderDeclaration, Who } from "./endpoint";
import { pathParameters } from "./endpoint";
import { ENDPOINTS } from "./endpoints";
import { ExportLine } from "./listing";
import { PeopleEvent } from "./people";
import { Problem } from "./problem";
import { AgentEvent } from "./proposal";

const PROBLEM_MEDIA = "application/problem+json";

/** Refusals that a call can give because of who calls or how, beside its own. */
const BY_WHO: Readonly<Record<Who, readonly ErrorCode[]>> = {
  public: [],
  agent: ["unauthenticated", "forbidden"],
  person: ["unauthenticated", "forbidden", "cross_site"],
  metrics: ["unauthenticated", "forbidden"],
};
const WITH_BODY: readonly ErrorCode[] = [
  "invalid_json",
  "invalid_header",
  "digest_mismatch",
  "payload_too_large",
  "unsupported_media_type",
];

const DESCRIPTION = `An AI agent proposes an action; policy decides whether it may run, waits for a person, or must not run; the agent gets back a signed receipt for exactly that action.

Agents send their key as \`Authorization: Bearer cs_live_…\`. Every failure is a problem document (RFC 9457) with a stable \`code\`. Bodies are strict JSON: repeated keys, ill-formed Unicode, numbers that do not round-trip and unknown fields are refused, never ignored.`;

/** The OpenAPI 3.1 document of the whole API, made from the declarations that the server answers by. */
export function openApiDocument(baseUrl: string): OpenApiDocument {
  const paths: ZodOpenApiPathsObject = {};
  for (const declared of ENDPOINTS) {
    const path = `/api/v1${declared.path}`;
    paths[path] = { ...paths[path], [declared.method.toLowerCase()]: operation(declared) };
  }
  const made = createDocument({
    openapi: "3.1.0",
    info: { title: "Countersign", version: "1", description: DESCRIPTION },
    servers: [{ url: baseUrl }],
    paths,
    components: {
      schemas: { AgentEvent, PeopleEvent, ExportLine, Problem },
      securitySchemes: {
        agentKey: { type: "http", scheme: "bearer", description: "An agent's key." },
        session: { type: "apiKey", in: "cookie", name: "countersign.session", description: "A person's session." },
      },
    },
  });
  return withoutNameless(made);
}

export type OpenApiDocument = ReturnType<typeof createDocument>;

/** A schema that refers to itself and has no name of its own: any JSON value. */
const NAMELESS = /^(?:#\/components\/schemas\/)?__schema\d+$/;

function withoutNameless(made: OpenApiDocument): OpenApiDocument {
  const schemas = Object.entries(made.components?.schemas ?? {}).filter(([name]) => !NAMELESS.test(name));
  const named = { ...made, components: { ...made.components, schemas: Object.fromEntries(schemas) } };
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the same document, with some schemas said in other words
  return JSON.parse(JSON.stringify(named), (_key, value: unknown) => (isNameless(value) ? ANY_JSON : value)) as OpenApiDocument;
}

const ANY_JSON = { description: "Any JSON value." };

function isNameless(value: unknown): boolean {
  return typeof value === "object" && value !== null && "$ref" in value && NAMELESS.test(String(value.$ref));
}

const texts = new Map<string, string>();

/** The same as JSON text, made once for each address. */
export function openApiText(baseUrl: string): string {
  const made = texts.get(baseUrl) ?? JSON.stringify(openApiDocument(baseUrl));
  texts.set(baseUrl, made);
  return made;
}

/** Every refusal that a call can give, its own and those of its kind. */
export function refusalsOf(declared: Endpoint): readonly ErrorCode[] {
  const parameters = pathParameters(declared.path).length > 0;
  const codes: readonly ErrorCode[] = [
    "invalid_request",
    ...(declared.body === undefined ? [] : WITH_BODY),
    ...BY_WHO[declared.who],
    ...(parameters || declared.method === "POST" ? (["not_found"] as const) : []),
    ...declared.problems,
    "internal",
    "unavailable",
  ];
  return [...new Set(codes)];
}

function operation(declared: Endpoint): ZodOpenApiOperationObject {
  const path = pathParameters(declared.path);
  return {
    operationId: declared.id,
    tags: [declared.area],
    summary: declared.summary,
    ...(declared.description === undefined ? {} : { description: declared.description }),
    ...security(declared),
    requestParams: {
      ...(path.length === 0 ? {} : { path: z.object(Object.fromEntries(path.map((name) => [name, z.string()]))) }),
      ...(declared.query === undefined ? {} : { query: declared.query }),
      ...(declared.headers === undefined ? {} : { header: headers(declared.headers) }),
    },
    ...(declared.body === undefined ? {} : { requestBody: { required: true, content: bodyContent(declared, declared.body) } }),
    responses: responses(declared),
  };
}

function security({ who, scope }: Endpoint): Pick<ZodOpenApiOperationObject, "security"> {
  switch (who) {
    case "public":
      return { security: [] };
    case "agent":
      return { security: [{ agentKey: scope === null ? [] : [scope] }] };
    case "person":
      return { security: [{ session: [] }] };
    case "metrics":
      return { security: [{}, { agentKey: ["metrics"] }] };
  }
}

function bodyContent({ takesLines }: Endpoint, schema: z.ZodType): Record<string, { schema: z.ZodType }> {
  return { "application/json": { schema }, ...(takesLines === true ? { "application/x-ndjson": { schema } } : {}) };
}

function responses(declared: Endpoint): ZodOpenApiResponsesObject {
  const { reply, replyHeaders } = declared;
  const content =
    "mediaType" in reply
      ? { [reply.mediaType]: { schema: z.string().meta({ description: reply.description }) } }
      : { "application/json": { schema: reply } };
  const found: ZodOpenApiResponsesObject = {
    [String(declared.status)]: {
      description: declared.status === 201 ? "Made." : "As asked.",
      content,
      ...(replyHeaders === undefined ? {} : { headers: headers(replyHeaders) }),
    },
  };
  for (const [status, codes] of byStatus(refusalsOf(declared))) {
    found[`${status}`] = {
      description: codes.map((code) => `\`${code}\`: ${ERROR_CODES[code].title.toLowerCase()}`).join("; "),
      content: { [PROBLEM_MEDIA]: { schema: Problem } },
    };
  }
  return found;
}

type Status = (typeof ERROR_CODES)[ErrorCode]["status"];

function byStatus(codes: readonly ErrorCode[]): Map<Status, ErrorCode[]> {
  const grouped = new Map<Status, ErrorCode[]>();
  for (const code of codes) grouped.set(ERROR_CODES[code].status, [...(grouped.get(ERROR_CODES[code].status) ?? []), code]);
  return grouped;
}

function headers(declared: readonly HeaderDeclaration[]): z.ZodObject {
  return z.object(
    Object.fromEntries(declared.map(({ name, description }) => [name, z.string().optional().meta({ description })])),
  );
}
