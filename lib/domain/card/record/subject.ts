import { isJsonObject, type Json, type JsonObject } from "../../json";
import type { CardInput } from "../card";
import { humanField, shorten } from "../human-words";
import { isWrapped } from "./wrapped-record";

/** One record taken out of a proposal: the fields, and what names it. */
export interface Subject {
  readonly record: JsonObject;
  /** `reservation`, from the wrapper's table; null when the record came bare. */
  readonly table: string | null;
  readonly id: string | null;
}

/** The record inside `value`: bare, or wrapped as `{ table, id, record }`. Null stays null. */
export function subjectOf(value: JsonObject | null): Subject | null {
  if (value === null) return null;
  if (isWrapped(value))
    return { record: value.record, table: singular(shorten(humanField(value.table))), id: scalar(value["id"]) };
  return { record: value, table: null, id: scalar(value["id"]) };
}

const NAME_KEYS = [
  "name",
  "full_name",
  "fullName",
  "display_name",
  "displayName",
  "company",
  "title",
  "subject",
  "label",
  "email",
];

/** What people call the record: its name, else the target's resource, else its id; null when nothing names it. */
export function subjectName(subject: Subject | null, input: CardInput): string | null {
  const named = NAME_KEYS.map((key) => nameText(subject?.record[key])).find((text) => text !== null);
  return named ?? input.target?.resource ?? subject?.id ?? argumentId(input.action.arguments);
}

function nameText(value: Json | undefined): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if (!isJsonObject(value)) return null;
  const parts = ["first_name", "last_name", "first", "last"].map((key) => value[key]).filter((part) => typeof part === "string");
  return parts.length === 0 ? null : parts.join(" ");
}

function argumentId(fields: JsonObject): string | null {
  const found = Object.entries(fields).find(([key, value]) => /(?:^id$|_id$|Id$)/u.test(key) && scalar(value) !== null);
  return found === undefined ? null : scalar(found[1]);
}

function scalar(value: Json | undefined): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}

function singular(noun: string): string {
  if (noun.endsWith("ies")) return `${noun.slice(0, -3)}y`;
  return noun.endsWith("s") && !noun.endsWith("ss") ? noun.slice(0, -1) : noun;
}
