import type { SchemaRow } from "./schema-rows";
import { WithCode } from "./with-code";

export interface SchemaTableProps {
  readonly caption: string;
  readonly rows: readonly SchemaRow[];
}

/** The fields of one schema. They scroll by themselves on a phone, by keyboard as well. */
export function SchemaTable({ caption, rows }: SchemaTableProps) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full min-w-[34rem] border-collapse text-left text-note">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-rule text-small text-ink-3">
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Field
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Type
            </th>
            <th scope="col" className="py-1.5 font-medium">
              Meaning
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.path} className="border-b border-rule align-top last:border-b-0">
              <th scope="row" className="py-1.5 pr-4 font-mono text-small font-medium whitespace-nowrap">
                {row.path}
                {!row.required && <span className="ml-1.5 font-sans text-tiny font-normal text-ink-3">optional</span>}
              </th>
              <td className="max-w-[22rem] py-1.5 pr-4 font-mono text-small break-words text-ink-2">
                {row.refersTo === null ? row.type : <SchemaLink name={row.refersTo} text={row.type} />}
              </td>
              <td className="py-1.5 text-ink-2">{row.says !== null && <WithCode text={row.says} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Leads to a named schema on the same page. */
export function SchemaLink({ name, text = name }: { readonly name: string; readonly text?: string }) {
  return (
    <a href={`#schema-${name}`} className="text-accent underline underline-offset-2">
      {text}
    </a>
  );
}
