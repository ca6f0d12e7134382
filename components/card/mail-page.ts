import { linkTo } from "../../lib/domain/card/links";
import { visible } from "../../lib/domain/card/spans";
import { guessLanguage } from "../../lib/domain/language-guess";
import type { Words } from "../words/make-words";
import { withoutHandlers } from "./mail-handlers";

/** Forbids everything but styles that stand in the message itself; the page's own policy holds beside it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";
const LOOK =
  "body{margin:0;font:14px/20px system-ui,sans-serif;color:#15171c;background:#fff;overflow-wrap:anywhere}.message{padding:12px;min-height:100vh;box-sizing:border-box}";
/** On the mark itself and important: no sheet of the message comes before that, in whatever layer. */
const MARK =
  "all:initial!important;display:inline!important;font:12px/18px ui-monospace,monospace!important;color:#8a3606!important;background:#ffe3d1!important;overflow-wrap:anywhere!important";
/** What only lays out; anything else is left out, or gives way to what is in it. */
const LAYS_OUT = new Set(
  (
    "abbr address article aside b big blockquote br caption center cite code col colgroup dd del div dl dt em figcaption figure font footer h1 h2 h3 " +
    "h4 h5 h6 header hr i ins kbd li main mark ol p pre q s samp section small span strike strong sub sup table tbody td tfoot th thead tr u ul"
  ).split(" "),
);
const LEFT_OUT = new Set(
  "script template noscript noframes iframe frame object embed applet svg math video audio canvas title meta base link portal map".split(
    " ",
  ),
);
const KEPT =
  "align valign bgcolor color border cellpadding cellspacing colspan rowspan width height size face dir lang style".split(" ");
const FETCHES = /url\s*\(|@import|image-set\s*\(|src\s*:|\\/iu;
const SHOWN_MAX = 300;
/** The one element that the page's own policy is asked about though nothing is loaded: as a link, which stands in the same places, it is left out unasked. */
const BASE = /<base(?=[\s/>])/giu;

/**
 * A page that shows how the HTML of a message would look and can do nothing: for a frame with an empty `sandbox`. The browser's parser reads it
 * into a document that loads and runs nothing; what lays out is copied, pictures and links become marks that name where they lead.
 */
export function mailPage(html: string, t: Words<"card">): string {
  const read = new DOMParser().parseFromString(withoutHandlers(html.replaceAll(BASE, "<link")), "text/html");
  const page = document.implementation.createHTMLDocument("");
  const message = page.createElement("div");
  message.className = "message";
  message.setAttribute("style", groundOf(read.body));
  copyInto(message, read.body, t);
  page.body.append(message);
  const sheets = [...read.querySelectorAll("style")]
    .map(({ textContent }) => textContent)
    .filter((sheet) => !sheet.includes("<") && !FETCHES.test(sheet));
  // An element each: what one leaves open ends with it.
  const styles = [LOOK, ...sheets].map((sheet) => `<style>${sheet}</style>`).join("");
  const language = guessLanguage(message.textContent);
  const lang = language?.sure === true ? ` lang="${language.tag}"` : "";
  return `<!doctype html><html${lang}><head><meta http-equiv="Content-Security-Policy" content="${POLICY}">${styles}</head><body>${page.body.innerHTML}</body></html>`;
}

/** What the message says of its own ground and ink: letters that are light on dark are not to be drawn on white. */
function groundOf(body: Element): string {
  const colour = (name: string): string => /^#?\w+$/u.exec(body.getAttribute(name) ?? "")?.[0] ?? "";
  const [ground, ink, style] = [colour("bgcolor"), colour("text"), body.getAttribute("style") ?? ""];
  return [
    ground === "" ? "" : `background-color:${ground}`,
    ink === "" ? "" : `color:${ink}`,
    FETCHES.test(style) ? "" : style,
  ].join(";");
}

function copyInto(to: Element, from: Node, t: Words<"card">): void {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(visible(node.textContent ?? ""));
    else if (node instanceof Element) copyElement(to, node, t);
  }
}

function copyElement(to: Element, element: Element, t: Words<"card">): void {
  const name = element.localName;
  if (LEFT_OUT.has(name)) return;
  if (name === "img" || name === "image" || name === "picture") {
    to.append(mark(pictureWords(element, t)));
    return;
  }
  if (name === "a") {
    copyInto(to, element, t);
    const href = element.getAttribute("href");
    if (href !== null && href !== "") to.append(mark(` → ${visible(href.slice(0, SHOWN_MAX))}`));
    return;
  }
  if (!LAYS_OUT.has(name)) {
    copyInto(to, element, t);
    return;
  }
  const copy = document.createElement(name);
  for (const key of KEPT) {
    const value = element.getAttribute(key);
    if (value !== null && !FETCHES.test(value)) copy.setAttribute(key, value);
  }
  to.append(copy);
  copyInto(copy, element, t);
}

function pictureWords(element: Element, t: Words<"card">): string {
  const source = element.getAttribute("src") ?? "";
  const { host } = linkTo(source);
  const from = host === "" ? t("mail.pictureWithin") : t("mail.picture", { host: visible(host) });
  const alt = element.getAttribute("alt") ?? "";
  return `[${from}${alt === "" ? "" : `: ${visible(alt.slice(0, SHOWN_MAX))}`}]`;
}

function mark(text: string): Element {
  const span = document.createElement("span");
  span.setAttribute("style", MARK);
  span.textContent = text;
  return span;
}
