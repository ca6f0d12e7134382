import { exactNumber } from "../exact-number";
import { isJsonObject, type Json, type JsonObject } from "../json";
import { ok, refuse, type Result } from "../result";
import { parseStrictJson } from "../strict-json";
import type { FieldChange } from "./card";
import { humanPath } from "./human-words";
import { rowsOf } from "./record/field-diff";
import { pointer } from "./schema/rule";

const DEPTH_MAX = 4;
const OPTIONS_MAX = 50;

/** One editable value of an action's arguments. */
export interface EditField {
  /** RFC 6901 pointer into the arguments. */
  readonly path: string;
  readonly label: string;
  readonly type: "text" | "number" | "boolean" | "enum" | "json";
  readonly value: Json;
  /** The allowed texts of an `enum`. */
  readonly options?: readonly string[];
}

/** A new value for one field. */
export interface EditChange {
  readonly path: string;
  readonly value: Json;
}

/**
 * The arguments as a flat form, in the order of the call: scalars as themselves, nested objects field by field, lists as JSON. A
 * schema only narrows (a closed list becomes `enum`); its titles are the agent's words and are not used.
 */
export function editFields(callArguments: JsonObject, schema: JsonObject | null = null): readonly EditField[] {
  return fieldsOf(callArguments, schema ?? undefined, []);
}

function fieldsOf(value: JsonObject, schema: Json | undefined, path: readonly string[]): readonly EditField[] {
  return Object.entries(value).flatMap(([key, child]) => {
    const here = [...path, key];
    const node = schemaOf(schema, key);
    const nested = isJsonObject(child) && Object.keys(child).length > 0 && here.length < DEPTH_MAX;
    return nested ? fieldsOf(child, node, here) : [fieldOf(child, node, here)];
  });
}

function fieldOf(value: Json, schema: Json | undefined, path: readonly string[]): EditField {
  const field = { path: path.reduce(pointer, ""), label: humanPath(path), value };
  const options = closedList(schema);
  if (options !== null) return { ...field, type: "enum", options };
  if (typeof value === "string") return { ...field, type: "text" };
  if (typeof value === "number") return { ...field, type: "number" };
  return { ...field, type: typeof value === "boolean" ? "boolean" : "json" };
}

function schemaOf(schema: Json | undefined, key: string): Json | undefined {
  if (!isJsonObject(schema)) return undefined;
  const properties = schema["properties"];
  return isJsonObject(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
}

/** The values of an `enum` of texts; null for any other, and the value is then edited as what it is. */
export function closedList(schema: Json | undefined): readonly string[] | null {
  if (!isJsonObject(schema) || !Array.isArray(schema["enum"])) return null;
  const values: readonly Json[] = schema["enum"];
  const texts = values.filter((value) => typeof value === "string");
  return texts.length > 0 && texts.length <= OPTIONS_MAX && texts.length === values.length ? texts : null;
}

/** How a value is spelled in its input: a text as it is, anything else as JSON. */
export function editText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * The JSON value that `text` means in `field`, of the type the field has: a number stays a number and only one that keeps its digits,
 * a text that looks like a number stays text. Refused with words for the form.
 */
export function readEdit(field: EditField, text: string): Result<Json, string> {
  switch (field.type) {
    case "text":
      return ok(text);
    case "number": {
      const number = exactNumber(text.trim());
      return number === null ? refuse("must be a number such as 412 or 0.5, with digits that can be kept exactly") : ok(number);
    }
    case "boolean":
      return text === "true" || text === "false" ? ok(text === "true") : refuse("must be yes or no");
    case "enum":
      return field.options?.includes(text) === true ? ok(text) : refuse("must be one of the options");
    case "json": {
      const read = parseStrictJson(text);
      return read.ok ? read : refuse(read.error.detail);
    }
  }
}

/** The arguments with each change applied, everything else untouched. A path that does not exist changes nothing. */
export function applyEdit(callArguments: JsonObject, changes: readonly EditChange[]): JsonObject {
  return changes.reduce(
    (edited, { path, value }) => setAt(edited, path.split("/").slice(1).map(unescaped), value),
    callArguments,
  );
}

/** The value at a path of {@link EditField}; undefined where there is none. */
export function valueAt(callArguments: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = callArguments;
  for (const key of path.split("/").slice(1).map(unescaped)) {
    value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

function setAt(target: JsonObject, path: readonly string[], value: Json): JsonObject {
  const [key, ...rest] = path;
  if (key === undefined || !Object.hasOwn(target, key)) return target;
  if (rest.length === 0) return { ...target, [key]: value };
  const child = target[key];
  return isJsonObject(child) ? { ...target, [key]: setAt(child, rest, value) } : target;
}

function unescaped(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** What an edit changes, original → yours, most consequential first. */
export function diffArguments(original: JsonObject, edited: JsonObject): readonly FieldChange[] {
  return rowsOf(original, edited);
}
