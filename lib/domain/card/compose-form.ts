import { isJsonObject, type Json, type JsonObject } from "../json";
import { ok, refuse, type Result } from "../result";
import { closedList, readEdit, type EditField } from "./edit-form";
import { capitalised, humanField } from "./human-words";
import { pointer } from "./schema/rule";

/** One argument to fill in. Unlike an edit, it has no value yet and may be left out where the schema allows it. */
export interface ComposeField extends EditField {
  readonly name: string;
  readonly required: boolean;
  /** The schema's own description: an admin's words, from the catalogue. */
  readonly hint: string | null;
}

/**
 * The form of an action that its catalogue schema describes: one field a property, in the schema's order; what is neither a text, a number, a yes or
 * no nor a closed list is filled in as JSON. Empty when the schema names no properties: then the whole object is typed as JSON.
 */
export function composeFields(schema: JsonObject): readonly ComposeField[] {
  const properties = schema["properties"];
  if (!isJsonObject(properties)) return [];
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    path: pointer("", name),
    label: textAt(property, "title") ?? capitalised(humanField(name)),
    hint: textAt(property, "description"),
    required: required.includes(name),
    ...typeOf(property),
  }));
}

function typeOf(property: Json): Pick<EditField, "type" | "value" | "options"> {
  const options = closedList(property);
  if (options !== null) return { type: "enum", value: options[0] ?? "", options };
  const type = isJsonObject(property) ? property["type"] : undefined;
  // A text or something else, such as an amount: a text can spell it.
  if (type === "string" || (Array.isArray(type) && type.includes("string"))) return { type: "text", value: "" };
  if (type === "number" || type === "integer") return { type: "number", value: "" };
  return type === "boolean" ? { type, value: false } : { type: "json", value: "" };
}

function textAt(property: Json, key: string): string | null {
  const text = isJsonObject(property) ? property[key] : undefined;
  return typeof text === "string" && text.trim() !== "" ? text : null;
}

/**
 * The arguments that a filled-in form means. A field left empty is left out; what a value has to satisfy beyond its type is the schema's
 * to say, and the server checks it. Refused with words by field path.
 */
export function composedArguments(
  fields: readonly ComposeField[],
  values: Readonly<Record<string, Json>>,
): Result<JsonObject, Readonly<Record<string, string>>> {
  const issues: Record<string, string> = {};
  const filled: [string, Json][] = [];
  for (const field of fields) {
    const value = values[field.path] ?? (field.required ? field.value : "");
    if (value === "") {
      if (field.required && field.type !== "text") issues[field.path] = "fill this in";
      else if (field.required) filled.push([field.name, ""]);
      continue;
    }
    const read = typeof value === "string" ? readEdit(field, value) : ok(value);
    if (read.ok) filled.push([field.name, read.value]);
    else issues[field.path] = read.error;
  }
  return Object.keys(issues).length === 0 ? ok(Object.fromEntries(filled)) : refuse(issues);
}
