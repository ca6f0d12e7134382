/** True when `text` is marked up rather than merely holding a lesser-than sign. */
export function isHtml(text: string): boolean {
  return /<(?:!doctype|html|head|body|div|p|br|hr|table|t[dhr]|tbody|span|a|[bisu]|strong|em|small|big|font|center|ul|ol|li|h[1-6]|img|style|script|section|header|footer|main|article|blockquote|pre|meta|link|base|form|input|button|select|textarea|iframe|object|embed|svg|math|template|details|dialog|video|audio|canvas|marquee)\b[^<>]*>/iu.test(
    text,
  );
}
