import type { Metadata } from "next";
import type { oas31 } from "zod-openapi";

import { Brand } from "../../../components/shell/brand";
import { openApiDocument } from "../../../lib/contract/openapi";
import { ERROR_CODES } from "../../../lib/domain/error-codes";
import { getRuntime } from "../../../lib/runtime";
import { OperationSection, Prose } from "./operation-section";
import { schemaRows, typeOf } from "./schema-rows";
import { SchemaTable } from "./schema-table";

export const metadata: Metadata = { title: "API reference" };

interface Operation {
  readonly path: string;
  readonly method: string;
  readonly operation: oas31.OperationObject;
}

/** The reference of the HTTP API, made from the document that the server itself publishes. */
export default async function ApiReferencePage() {
  const { ctx } = await getRuntime();
  const document = openApiDocument(ctx.baseUrl);
  const areas = byArea(document.paths ?? {});
  const schemas = Object.entries(document.components?.schemas ?? {});
  return (
    <main className="mx-auto max-w-[76rem] px-4 py-6 sm:px-6">
      <Brand />
      <header className="mt-6 mb-8">
        <h1 className="text-head font-head">API reference</h1>
        <Prose text={document.info.description ?? ""} />
        <p className="mt-2 text-note text-ink-2">
          As OpenAPI 3.1:{" "}
          <a
            href="/api/v1/openapi.json"
            className="font-mono text-small [overflow-wrap:anywhere] text-accent underline underline-offset-2"
          >
            {ctx.baseUrl}/api/v1/openapi.json
          </a>
        </p>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <Contents areas={areas} />
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-10">
          {[...areas].map(([area, operations]) => (
            <section key={area} aria-labelledby={anchor(area)} className="grid grid-cols-[minmax(0,1fr)] gap-4">
              <h2 id={anchor(area)} className="scroll-mt-4 text-lead font-head">
                {area}
              </h2>
              {operations.map((found) => (
                <OperationSection key={found.operation.operationId} {...found} />
              ))}
            </section>
          ))}
          <Schemas schemas={schemas} />
          <Problems />
        </div>
      </div>
    </main>
  );
}

function Contents({ areas }: { readonly areas: ReadonlyMap<string, readonly Operation[]> }) {
  return (
    <nav
      aria-label="Contents"
      className="text-note lg:sticky lg:top-6 lg:max-h-[calc(100vh-3rem)] lg:self-start lg:overflow-y-auto"
    >
      <ul className="grid gap-4">
        {[...areas].map(([area, operations]) => (
          <li key={area}>
            <a href={`#${anchor(area)}`} className="font-semibold">
              {area}
            </a>
            <ul className="mt-1 grid gap-0.5">
              {operations.map(({ operation }) => (
                <li key={operation.operationId}>
                  <a href={`#${operation.operationId ?? ""}`} className="inline-block py-0.5 text-ink-2 hover:underline">
                    {operation.summary}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li>
          <a href="#schemas" className="font-semibold">
            Schemas
          </a>
        </li>
        <li>
          <a href="#problems" className="font-semibold">
            Problems
          </a>
        </li>
      </ul>
    </nav>
  );
}

function Schemas({ schemas }: { readonly schemas: readonly (readonly [string, oas31.SchemaObject | oas31.ReferenceObject])[] }) {
  return (
    <section aria-labelledby="schemas" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 id="schemas" className="scroll-mt-4 text-lead font-head">
        Schemas
      </h2>
      {schemas.map(([name, schema]) => {
        const rows = schemaRows(schema);
        return (
          <section
            key={name}
            id={`schema-${name}`}
            aria-labelledby={`schema-${name}-title`}
            className="scroll-mt-4 rounded-card border border-rule bg-panel p-5"
          >
            <h3 id={`schema-${name}-title`} className="mb-2 font-mono text-note font-semibold">
              {name}
            </h3>
            {rows.length === 0 ? (
              <p className="font-mono text-small text-ink-2">{typeOf(schema).type}</p>
            ) : (
              <SchemaTable caption={`Fields of ${name}`} rows={rows} />
            )}
          </section>
        );
      })}
    </section>
  );
}

/** Every refusal, under the anchor that a problem's `type` leads to. */
function Problems() {
  return (
    <section aria-labelledby="problems">
      <h2 id="problems" className="scroll-mt-4 text-lead font-head">
        Problems
      </h2>
      <dl className="mt-4 rounded-card border border-rule bg-panel px-5 py-2">
        {Object.entries(ERROR_CODES).map(([code, { status, title, retryable }]) => (
          <div
            key={code}
            id={code}
            className="grid scroll-mt-4 grid-cols-1 gap-x-4 border-b border-rule py-2 text-note last:border-b-0 target:bg-selection sm:grid-cols-[15rem_minmax(0,1fr)]"
          >
            <dt className="font-mono text-small">
              {code} <span className="text-ink-3">{status}</span>
            </dt>
            <dd className="text-ink-2">
              {title}
              {retryable && " · the same call may succeed later"}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function byArea(paths: oas31.PathsObject): Map<string, Operation[]> {
  const areas = new Map<string, Operation[]>();
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of [
      ["get", item.get],
      ["post", item.post],
    ] as const) {
      if (operation === undefined) continue;
      const area = operation.tags?.[0] ?? "Other";
      areas.set(area, [...(areas.get(area) ?? []), { path, method, operation }]);
    }
  }
  return areas;
}

function anchor(area: string): string {
  return `area-${area.toLowerCase()}`;
}
