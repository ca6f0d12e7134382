import { isJsonObject, type Json, type JsonObject } from "../../json";
import { plainKey } from "../../policy/derived-amount";

/** The arguments that hold a message as text, and those that hold it as HTML. */
export const TEXT = "body text content message plaintext textbody bodytext";
export const HTML = "html htmlbody bodyhtml";

/** The HTML of a message as it was sent; null where it has none. */
export function htmlOf(fields: JsonObject): string | null {
  const under = (names: string): readonly string[] => {
    const keys = new Set(names.split(" "));
    return Object.entries(fields).flatMap(([key, value]) => (keys.has(plainKey(key)) ? textsIn(value) : []));
  };
  const sources = htmlSources(under(TEXT), under(HTML));
  return sources.length === 0 ? null : sources.join("\n");
}

/** The texts that are HTML: those that say so, else those that look it. */
export function htmlSources(plain: readonly string[], marked: readonly string[]): readonly string[] {
  return marked.length > 0 ? marked : plain.filter(isHtml);
}

export function textsIn(value: Json): readonly string[] {
  if (typeof value === "string") return [value];
  if (isJsonObject(value))
    return [value["text"], value["content"], value["html"], value["body"]].flatMap((part) =>
      typeof part === "string" ? [part] : [],
    );
  return [];
}

/** True when `text` is marked up rather than merely holding a lesser-than sign. */
function isHtml(text: string): boolean {
  return /<(?:!doctype|html|head|body|div|p|br|hr|table|t[dhr]|tbody|span|a|[bisu]|strong|em|small|big|font|center|ul|ol|li|h[1-6]|img|style|script|section|header|footer|main|article|blockquote|pre|meta|link|base|form|input|button|select|textarea|iframe|object|embed|svg|math|template|details|dialog|video|audio|canvas|marquee)\b[^<>]*>/iu.test(
    text,
  );
}
