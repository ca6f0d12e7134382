/** The attributes of a tag as they are written, entities and all: of two of one name the first counts, as in a browser. */
export type Attributes = ReadonlyMap<string, string>;

/** A piece of HTML, cut as a browser cuts it. */
export type Token =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "open"; readonly element: string; readonly attributes: Attributes }
  | { readonly type: "close"; readonly element: string }
  /** What stands in an element whose content is no markup. */
  | { readonly type: "raw"; readonly element: string; readonly text: string }
  | { readonly type: "comment"; readonly text: string; readonly forSome: boolean }
  | { readonly type: "doctype"; readonly text: string }
  /** A tag that never ends takes the rest with it. */
  | { readonly type: "endless" };

/** Elements whose content is text up to their end tag, whatever it looks like. */
const RAW = new Set("iframe noembed noframes script style textarea title xmp".split(" "));
const TAG = /<(\/?)([a-z][^\t\n\f\r />]*)/iy;
const GAP = /[\t\n\f\r /]+/y;
const NAME = /=?[^\t\n\f\r />=]*/y;
const VALUE = /[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|(?!["'])([^\t\n\f\r >]*))/y;
const UNENDED = /[\t\n\f\r ]*=[\t\n\f\r ]*["']/y;

/** Cuts `html` into its pieces, in order; in one pass, so the work grows with the text and no faster. */
export function* tokensOf(html: string): Generator<Token> {
  let from = 0;
  let at = html.indexOf("<");
  while (at !== -1) {
    const tag = tagAt(html, at) ?? declarationAt(html, at);
    if (tag === null) {
      // A lesser-than sign that opens nothing is text.
      at = html.indexOf("<", at + 1);
      continue;
    }
    if (at > from) yield { type: "text", text: html.slice(from, at) };
    if (tag.token !== null) yield tag.token;
    from = tag.end;
    if (tag.token?.type === "open" && RAW.has(tag.token.element)) {
      const { element } = tag.token;
      const end = rawEnd(html, from, element);
      yield { type: "raw", element, text: html.slice(from, end) };
      from = end;
    }
    at = html.indexOf("<", from);
  }
  if (from < html.length) yield { type: "text", text: html.slice(from) };
}

interface Cut {
  readonly token: Token | null;
  readonly end: number;
}

function tagAt(html: string, at: number): Cut | null {
  const tag = matchAt(TAG, html, at);
  if (tag === null) return null;
  const [whole, closes, name = ""] = tag;
  const attributes = new Map<string, string>();
  const end = readAttributes(html, at + whole.length, attributes);
  if (end === null) return { token: { type: "endless" }, end: html.length };
  const element = name.toLowerCase();
  return { token: closes === "/" ? { type: "close", element } : { type: "open", element, attributes }, end };
}

/** Reads what is written in a tag into `into`; where the tag is over, null where it never is. */
function readAttributes(html: string, from: number, into: Map<string, string>): number | null {
  for (let next = from; ;) {
    next += lengthAt(GAP, html, next);
    if (next >= html.length) return null;
    if (html.charAt(next) === ">") return next + 1;
    const nameEnd = next + lengthAt(NAME, html, next);
    const name = html.slice(next, nameEnd).toLowerCase();
    const value = matchAt(VALUE, html, nameEnd);
    if (value === null && matchAt(UNENDED, html, nameEnd) !== null) return null;
    const [whole = "", double, single, bare] = value ?? [];
    next = nameEnd + whole.length;
    if (!into.has(name)) into.set(name, double ?? single ?? bare ?? "");
  }
}

function lengthAt(form: RegExp, text: string, at: number): number {
  return matchAt(form, text, at)?.[0].length ?? 0;
}

/** What starts with `<!`, `<?` or an end tag of no name: browsers take all of it for a comment, up to the first sign that ends it. */
function declarationAt(html: string, at: number): Cut | null {
  if (html.startsWith("<!--", at)) return commentAt(html, at);
  if (!/^<[!?/]/u.test(html.slice(at, at + 2)) || (html.startsWith("</", at) && at + 2 >= html.length)) return null;
  const close = html.indexOf(">", at);
  const end = close === -1 ? html.length : close;
  const text = html.slice(at + 2, end);
  const cut = close === -1 ? end : close + 1;
  if (/^doctype/iu.test(text)) return { token: { type: "doctype", text: text.trim() }, end: cut };
  const forSome = html.startsWith("<![", at) || html.startsWith("<?", at);
  return { token: { type: "comment", text, forSome }, end: cut };
}

function commentAt(html: string, at: number): Cut {
  const empty = /^<!--(?:-?>)/u.exec(html.slice(at, at + 6));
  if (empty !== null) return { token: null, end: at + empty[0].length };
  const close = matchAt(/--!?>/gu, html, at + 4);
  const text = html.slice(at + 4, close?.index ?? html.length);
  return { token: { type: "comment", text, forSome: false }, end: close === null ? html.length : close.index + close[0].length };
}

function rawEnd(html: string, from: number, element: string): number {
  return matchAt(new RegExp(`</${element}(?=[\\t\\n\\f\\r />])`, "giu"), html, from)?.index ?? html.length;
}

/** What `form`, sticky or global, matches at or from `at`. */
function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}
