import type { ReactNode } from "react";
import type { oas31 } from "zod-openapi";

import { SchemaLink, SchemaTable } from "./schema-table";
import { WithCode } from "./with-code";
import type { SchemaRow } from "./schema-rows";
import { schemaRows, typeOf } from "./schema-rows";

export interface OperationSectionProps {
  readonly path: string;
  readonly method: string;
  readonly operation: oas31.OperationObject;
}

/** One call: what it does, what it takes, what it gives back and what it may refuse. */
export function OperationSection({ path, method, operation }: OperationSectionProps) {
  const id = operation.operationId ?? `${method}-${path}`;
  const body = bodyOf(operation);
  const responses: Readonly<Record<string, oas31.ResponseObject | oas31.ReferenceObject>> = operation.responses ?? {};
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-4 rounded-card border border-rule bg-panel p-5">
      <h3 id={`${id}-title`} className="text-body font-semibold">
        {operation.summary}
      </h3>
      <p className="mt-1 font-mono text-note break-all">
        <span className="mr-2 rounded-badge border border-rule-strong px-1.5 text-small font-semibold uppercase">{method}</span>
        {path}
      </p>
      {operation.description !== undefined && <Prose text={operation.description} />}
      <p className="mt-2 text-note text-ink-3">{accessOf(operation)}</p>
      <Parameters operation={operation} />
      {body !== null && (
        <Part title="Body" note={body.media.join(" or ")}>
          <SchemaOf schema={body.schema} caption={`Body of ${id}`} />
        </Part>
      )}
      <Part title="Answers">
        <ul className="grid grid-cols-1 gap-1.5 text-note text-ink-2">
          {Object.entries(responses).map(([status, response]) => (
            <Answer key={status} status={status} response={response} />
          ))}
        </ul>
      </Part>
    </section>
  );
}

function Part({ title, note, children }: { readonly title: string; readonly note?: string; readonly children: ReactNode }) {
  return (
    <div className="mt-4">
      <h4 className="mb-1.5 text-note font-semibold">
        {title}
        {note !== undefined && <span className="ml-2 font-mono text-small font-normal text-ink-3">{note}</span>}
      </h4>
      {children}
    </div>
  );
}

/** Paragraphs, with `code` in backticks. */
export function Prose({ text }: { readonly text: string }) {
  return text.split("\n\n").map((paragraph) => (
    <p key={paragraph} className="mt-2 max-w-[46rem] text-note text-pretty text-ink-2">
      <WithCode text={paragraph} />
    </p>
  ));
}

function Parameters({ operation }: { readonly operation: oas31.OperationObject }) {
  const rows = (operation.parameters ?? []).flatMap((parameter): SchemaRow[] =>
    "$ref" in parameter
      ? []
      : [
          {
            path: parameter.in === "path" ? `{${parameter.name}}` : parameter.name,
            type: parameter.in,
            refersTo: null,
            required: parameter.required === true,
            says: parameter.description ?? null,
          },
        ],
  );
  if (rows.length === 0) return null;
  return (
    <Part title="Parameters and headers">
      <SchemaTable caption={`Parameters of ${operation.operationId ?? ""}`} rows={rows} />
    </Part>
  );
}

function Answer({
  status,
  response,
}: {
  readonly status: string;
  readonly response: oas31.ResponseObject | oas31.ReferenceObject;
}) {
  if ("$ref" in response) return null;
  const [media, content] = Object.entries(response.content ?? {})[0] ?? [];
  const schema = content?.schema;
  const named = schema === undefined ? null : typeOf(schema);
  return (
    <li className="flex flex-wrap gap-x-2">
      <span className="font-mono text-small font-semibold text-ink">{status}</span>
      {media !== undefined && <span className="font-mono text-small [overflow-wrap:anywhere]">{media}</span>}
      {named !== null && named.refersTo !== null && named.refersTo !== "Problem" && (
        <SchemaLink name={named.refersTo} text={named.type} />
      )}
      <span className="min-w-0 [overflow-wrap:anywhere] text-ink-3">{response.description.replaceAll("`", "")}</span>
    </li>
  );
}

/** A named schema by its link, any other by its fields. */
function SchemaOf({
  schema,
  caption,
}: {
  readonly schema: oas31.SchemaObject | oas31.ReferenceObject;
  readonly caption: string;
}) {
  const { refersTo, type } = typeOf(schema);
  if (refersTo !== null) {
    return (
      <p className="font-mono text-note">
        <SchemaLink name={refersTo} text={type} />
      </p>
    );
  }
  return <SchemaTable caption={caption} rows={schemaRows(schema)} />;
}

function bodyOf(
  operation: oas31.OperationObject,
): { readonly media: string[]; readonly schema: oas31.SchemaObject | oas31.ReferenceObject } | null {
  const { requestBody } = operation;
  if (requestBody === undefined || "$ref" in requestBody) return null;
  const schema = Object.values(requestBody.content)[0]?.schema;
  return schema === undefined ? null : { media: Object.keys(requestBody.content), schema };
}

function accessOf({ security = [] }: oas31.OperationObject): string {
  const schemes = security.flatMap((requirement) => Object.entries(requirement));
  const open = security.length === 0 || security.some((requirement) => Object.keys(requirement).length === 0);
  const words = schemes.map(([name, scopes]) =>
    name === "session" ? "A signed-in person." : `An agent’s key with the scope ${scopes.join(", ")}.`,
  );
  return [...(open ? [security.length === 0 ? "Open to anyone." : "Open on the server’s own machine."] : []), ...words].join(" ");
}
