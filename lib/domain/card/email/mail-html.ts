import type { JsonObject } from "../../json";
import { plainKey } from "../../policy/derived-amount";
import { messageFields, partsIn } from "./mail-parts";

/** The arguments that hold a message as text, and those that hold it as HTML. */
export const TEXT = "body text content message plaintext textbody bodytext";
export const HTML = "html htmlbody bodyhtml";

/** The HTML of a message as it was sent; null where it has none. */
export function htmlOf(fields: JsonObject): string | null {
  const message = Object.entries(messageFields(fields));
  const under = (names: string, marked: "plain" | "html"): readonly NonNullable<ReturnType<typeof partsIn>>[] => {
    const keys = new Set(names.split(" "));
    return message
      .flatMap(([key, value]) => (keys.has(plainKey(key)) ? [partsIn(value, marked)] : []))
      .filter((one) => one !== null);
  };
  const parts = [...under(TEXT, "plain"), ...under(HTML, "html")];
  const sources = htmlSources(
    parts.flatMap(({ plain }) => plain),
    parts.flatMap(({ html }) => html),
  );
  return sources.length === 0 ? null : sources.join("\n");
}

/** The texts that are HTML: those that say so, else those that look it. */
export function htmlSources(plain: readonly string[], marked: readonly string[]): readonly string[] {
  return marked.length > 0 ? marked : plain.filter(isHtml);
}

/** True when `text` is marked up rather than merely holding a lesser-than sign. */
function isHtml(text: string): boolean {
  return /<(?:!doctype|html|head|body|div|p|br|hr|table|t[dhr]|tbody|span|a|[bisu]|strong|em|small|big|font|center|ul|ol|li|h[1-6]|img|style|script|section|header|footer|main|article|blockquote|pre|meta|link|base|form|input|button|select|textarea|iframe|object|embed|svg|math|template|details|dialog|video|audio|canvas|marquee)\b[^<>]*>/iu.test(
    text,
  );
}
