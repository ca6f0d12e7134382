import type { Json, JsonObject } from "../json";
import { plainKey } from "../policy/derived-amount";

const KEYS = new Set(["environment", "env", "targetenvironment", "stage"]);

/** The arguments that name the environment as a text. */
export function environmentArguments(fields: JsonObject): readonly (readonly [string, string])[] {
  return Object.entries(fields).flatMap(([key, value]: readonly [string, Json]) =>
    KEYS.has(plainKey(key)) && typeof value === "string" && value.trim() !== "" ? [[key, value.trim()] as const] : [],
  );
}
