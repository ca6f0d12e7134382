/** What the parser reads as text, up to its own end. */
const TEXT_ONLY = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/iu;

/**
 * The HTML with every attribute of a tag whose name begins with `on` under another name. A browser asks the page’s policy about a handler even where
 * it is parsed into a document that runs nothing (seen in Chromium 156.0.8078.108), and nothing of ours is to rely on being refused. Goes along the
 * text as the tokenizer does (HTML standard §13.2.5), twice: inside a drawing a style is no text but holds elements. What it should miss is
 * refused as before.
 */
export function withoutHandlers(html: string): string {
  return renamed(renamed(html, true), false);
}

function renamed(html: string, skipsText: boolean): string {
  const parts: string[] = [];
  let kept = 0;
  const rename = (at: number): void => {
    parts.push(html.slice(kept, at), "data-");
    kept = at;
  };
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at)) at = pastMarkup(html, at, skipsText, rename);
  return parts.join("") + html.slice(kept);
}

/** Where to go on behind what begins with the `<` at `at`. */
function pastMarkup(html: string, at: number, skipsText: boolean, rename: (at: number) => void): number {
  if (html.startsWith("<!--", at)) return pastComment(html, at);
  const closes = html[at + 1] === "/";
  const from = closes ? at + 2 : at + 1;
  if (!/[a-z]/iu.test(html[from] ?? "")) return /[!?/]/u.test(html[at + 1] ?? "") ? seek(html, from, />/u) : at + 1;
  const nameEnd = seek(html, from, /[\t\n\f\r />]/u);
  const name = html.slice(from, nameEnd);
  const end = pastAttributes(html, nameEnd, closes ? () => undefined : rename);
  if (closes || !skipsText || !TEXT_ONLY.test(name)) return end;
  const closing = html.slice(end).search(new RegExp(`</${name}`, "iu"));
  return closing === -1 ? html.length : end + closing;
}

function pastComment(html: string, at: number): number {
  if (/^-?>/u.test(html.slice(at + 4, at + 6))) return at + 5;
  const end = /--!?>/u.exec(html.slice(at + 4));
  return end === null ? html.length : at + 4 + end.index + 3;
}

function pastAttributes(html: string, from: number, rename: (at: number) => void): number {
  let at = from;
  while (at < html.length) {
    at = seek(html, at, /[^\t\n\f\r /]/u);
    if (html[at] === ">") return at + 1;
    if (/^on/iu.test(html.slice(at, at + 2))) rename(at);
    at = pastValue(html, seek(html, at + 1, /[\t\n\f\r />=]/u));
  }
  return html.length;
}

/** Behind the value of an attribute whose name ends at `from`; there where it has none. */
function pastValue(html: string, from: number): number {
  const equals = seek(html, from, /[^\t\n\f\r ]/u);
  if (html[equals] !== "=") return from;
  const at = seek(html, equals + 1, /[^\t\n\f\r ]/u);
  const quote = html[at];
  if (quote !== '"' && quote !== "'") return quote === ">" ? at : seek(html, at, /[\t\n\f\r >]/u);
  const end = html.indexOf(quote, at + 1);
  return end === -1 ? html.length : end + 1;
}

/** The first place from `at` on whose character is one of `wanted`; the end where there is none. */
function seek(html: string, at: number, wanted: RegExp): number {
  let place = at;
  while (place < html.length && !wanted.test(html[place] ?? "")) place += 1;
  return place;
}
