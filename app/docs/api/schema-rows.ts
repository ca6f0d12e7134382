import type { oas31 } from "zod-openapi";

type Schema = oas31.SchemaObject | oas31.ReferenceObject;

/** One line of a schema's table: `evidence[].label`. */
export interface SchemaRow {
  readonly path: string;
  readonly type: string;
  /** The named schema behind the type, to link to. */
  readonly refersTo: string | null;
  readonly required: boolean;
  readonly says: string | null;
}

const DEPTH_MAX = 5;

/** The properties of an object schema, inner objects included, in the order in which they are declared. */
export function schemaRows(schema: Schema, prefix = "", depth = 0): SchemaRow[] {
  if ("$ref" in schema || depth > DEPTH_MAX) return [];
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = `${prefix}${name}`;
    const row = { path, ...typeOf(property), required: required.has(name), says: property.description ?? null };
    return [row, ...schemaRows(property, `${path}.`, depth + 1), ...itemRows(property, path, depth)];
  });
}

function itemRows(property: Schema, path: string, depth: number): SchemaRow[] {
  if ("$ref" in property || property.items === undefined || typeof property.items === "boolean") return [];
  return schemaRows(property.items, `${path}[].`, depth + 1);
}

/** A type in words, and the named schema it stands for. */
export function typeOf(schema: Schema): { readonly type: string; readonly refersTo: string | null } {
  const refersTo = schema.$ref?.split("/").at(-1) ?? null;
  if (refersTo !== null) return { type: refersTo, refersTo };
  if ("$ref" in schema) return { type: "any JSON", refersTo: null };
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) {
    const types = choices.map(typeOf);
    return {
      type: types.map(({ type }) => type).join(" or "),
      refersTo: types.find((type) => type.refersTo !== null)?.refersTo ?? null,
    };
  }
  if (schema.items !== undefined && typeof schema.items !== "boolean") {
    const item = typeOf(schema.items);
    return { type: `list of ${item.type}`, refersTo: item.refersTo };
  }
  return { type: plainType(schema), refersTo: null };
}

function plainType(schema: oas31.SchemaObject): string {
  if (schema.enum !== undefined) return schema.enum.map((word) => JSON.stringify(word)).join(" · ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const type = Array.isArray(schema.type) ? schema.type.join(" or ") : (schema.type ?? "any JSON");
  return `${type}${schema.format === "date-time" ? ", RFC 3339" : ""}${bounds(schema)}`;
}

function bounds({ maxLength, minimum, maximum, maxItems }: oas31.SchemaObject): string {
  if (maxLength !== undefined) return ` of at most ${String(maxLength)}`;
  if (minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER) {
    return ` from ${String(minimum)} to ${String(maximum)}`;
  }
  return maxItems === undefined ? "" : ` of at most ${String(maxItems)}`;
}
