import { isJsonObject, type Json, type JsonObject } from "../../json";
import { plainKey } from "../../policy/derived-amount";

/** The texts under one argument of a message, by what they say they are. */
export interface MailParts {
  readonly plain: readonly string[];
  readonly html: readonly string[];
}

const CONTENT = ["text", "plain", "html", "content", "body", "value"];
const MARKS = ["type", "contenttype", "mimetype"];
const TYPES: ReadonlyMap<string, "plain" | "html"> = new Map([
  ["text", "plain"],
  ["plain", "plain"],
  ["text/plain", "plain"],
  ["html", "html"],
  ["text/html", "html"],
]);

/** A text, a list of parts, or an object of nothing but texts and what they are; null for anything that says more, so that nothing of it is left out. */
export function partsIn(value: Json, marked: "plain" | "html" = "plain"): MailParts | null {
  if (typeof value === "string") return marked === "html" ? { plain: [], html: [value] } : { plain: [value], html: [] };
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    const parts = list.map((one) => partsIn(one, marked)).filter((one) => one !== null);
    if (parts.length === 0 || parts.length < list.length) return null;
    return { plain: parts.flatMap(({ plain }) => plain), html: parts.flatMap(({ html }) => html) };
  }
  return isJsonObject(value) ? partsOf(value, marked) : null;
}

function partsOf(value: JsonObject, marked: "plain" | "html"): MailParts | null {
  const entries = Object.entries(value).map(([key, child]) => [plainKey(key), child] as const);
  const texts = entries.flatMap(([key, child]) =>
    CONTENT.includes(key) && typeof child === "string" ? [[key, child] as const] : [],
  );
  const marks = entries
    .filter(([key]) => MARKS.includes(key))
    .map(([, child]) => (typeof child === "string" ? TYPES.get(child.toLowerCase()) : undefined));
  const [mark = marked, ...others] = marks;
  if (texts.length === 0 || others.length > 0 || marks.includes(undefined) || texts.length + marks.length < entries.length)
    return null;
  const isHtml = (key: string): boolean => key === "html" || (mark === "html" && key !== "text" && key !== "plain");
  return {
    plain: texts.filter(([key]) => !isHtml(key)).map(([, text]) => text),
    html: texts.filter(([key]) => isHtml(key)).map(([, text]) => text),
  };
}

/**
 * The arguments of a message that some APIs wrap in one called `message`, taken out of it. Where a name stands inside and outside, nothing is
 * taken out: which of the two counts is not ours to say, and both are shown as they were sent.
 */
export function messageFields(fields: JsonObject): JsonObject {
  const wrapped = Object.entries(fields).filter(
    ([key, value]) => plainKey(key) === "message" && isJsonObject(value) && partsIn(value) === null,
  );
  const [only, ...more] = wrapped;
  const inner = only?.[1];
  if (only === undefined || more.length > 0 || !isJsonObject(inner)) return fields;
  const beside = Object.fromEntries(Object.entries(fields).filter(([key]) => key !== only[0]));
  const taken = new Set(Object.keys(beside).map(plainKey));
  return Object.keys(inner).some((key) => taken.has(plainKey(key))) ? fields : { ...beside, ...inner };
}
