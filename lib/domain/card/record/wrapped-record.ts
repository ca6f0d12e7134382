import { isJsonObject, type JsonObject } from "../../json";

/** A record as its agent wraps it, with what names it beside it. */
interface Wrapped extends JsonObject {
  readonly table: string;
  readonly record: JsonObject;
}

/** True of `{ table, id, record }`; a bare record has its fields at once. */
export function isWrapped(value: JsonObject): value is Wrapped {
  return isJsonObject(value["record"]) && typeof value["table"] === "string";
}

/** The fields, whether the record came bare or wrapped. */
export function recordIn(value: JsonObject): JsonObject {
  return isWrapped(value) ? value.record : value;
}

/** The same with another record in it: the wrapper stays. */
export function withRecord(value: JsonObject, made: (record: JsonObject) => JsonObject): JsonObject {
  return isWrapped(value) ? { ...value, record: made(value.record) } : made(value);
}
