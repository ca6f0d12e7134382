import fc from "fast-check";
import type { Json, JsonObject } from "../lib/domain/json";

/** Any well-formed text, controls and all. */
const text = fc.string({ unit: "binary" });
const key = fc.oneof(text, fc.constantFrom("__proto__", "constructor", "toString", "toJSON", "10", "9", ""));

const { value, object } = fc.letrec<{ value: Json; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    text,
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value")),
    tie("object"),
  ),
  object: fc.dictionary(key, tie("value"), { maxKeys: 6 }),
}));

/** Any JSON value whose text is well-formed Unicode. */
export const arbitraryJson = value;
/** Any JSON object, with keys that mean something in JavaScript. */
export const arbitraryObject = object;
