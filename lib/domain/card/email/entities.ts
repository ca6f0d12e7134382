/** The characters from U+00A0 on by their names, in order: these, and the four of markup, browsers read without a semicolon too. */
const LATIN =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm " +
  "raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde " +
  "Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave " +
  "eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const MARKUP: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', AMP: "&", LT: "<", GT: ">", QUOT: '"' };
const WITHOUT_END = new Map([
  ...LATIN.split(" ").map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
  ...Object.entries({ ...MARKUP, COPY: "©", REG: "®" }),
]);
const WITH_END = new Map([
  ...WITHOUT_END,
  ...Object.entries({ apos: "'", ndash: "–", mdash: "—", hellip: "…", euro: "€", trade: "™", bull: "•", check: "✓", star: "☆" }),
  ...Object.entries({ lsquo: "‘", rsquo: "’", sbquo: "‚", ldquo: "“", rdquo: "”", bdquo: "„", lsaquo: "‹", rsaquo: "›" }),
  ...Object.entries({ dagger: "†", Dagger: "‡", permil: "‰", prime: "′", Prime: "″", minus: "−", frasl: "⁄", infin: "∞" }),
  ...Object.entries({ larr: "←", uarr: "↑", rarr: "→", darr: "↓", harr: "↔", rArr: "⇒", lArr: "⇐", ne: "≠", le: "≤", ge: "≥" }),
  ...Object.entries({ asymp: "≈", hearts: "♥", spades: "♠", clubs: "♣", diams: "♦", starf: "★", phone: "☎", num: "#" }),
  ...Object.entries({ OElig: "Œ", oelig: "œ", Scaron: "Š", scaron: "š", Yuml: "Ÿ", fnof: "ƒ", circ: "ˆ", tilde: "˜" }),
  ...Object.entries({ colon: ":", semi: ";", comma: ",", period: ".", sol: "/", bsol: "\\", lpar: "(", rpar: ")", excl: "!" }),
  ...Object.entries({ quest: "?", commat: "@", dollar: "$", percnt: "%", equals: "=", plus: "+", lowbar: "_", ast: "*" }),
  ...Object.entries({ lbrack: "[", lsqb: "[", rbrack: "]", rsqb: "]", lbrace: "{", lcub: "{", rbrace: "}", rcub: "}" }),
  ...Object.entries({ vert: "|", verbar: "|", grave: "`", Hat: "^", hyphen: "‐", dash: "‐", Tab: "\t", NewLine: "\n" }),
  ...Object.entries({ ensp: "\u2002", emsp: "\u2003", thinsp: "\u2009", hairsp: "\u200a", numsp: "\u2007", puncsp: "\u2008" }),
  ...Object.entries({ zwnj: "\u200c", zwj: "\u200d", lrm: "\u200e", rlm: "\u200f", ZeroWidthSpace: "\u200b", NoBreak: "\u2060" }),
]);
/** What the figures from 128 to 159 mean in HTML: the letters of Windows. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const REFERENCE = /&(?:#(?:x([\da-f]+)|(\d+))(;?)|([a-z][a-z\d]{1,31})(;?))/giu;

/** A text with its entities read, and whether one of them has a name that is not known here: it may stand for anything. */
export interface Decoded {
  readonly text: string;
  readonly known: boolean;
}

/** Reads the entities of `source` as a browser does; within an attribute a name without its semicolon may be part of an address. */
export function decoded(source: string, within: "attribute" | "text"): Decoded {
  if (!source.includes("&")) return { text: source, known: true };
  let known = true;
  const text = source.replaceAll(REFERENCE, (...found: readonly unknown[]) => {
    const [whole, hex, decimal, , name, end, at] = found;
    if (typeof name !== "string") return character(Number.parseInt(String(hex ?? decimal), hex === undefined ? 10 : 16));
    const exact = end === ";" ? WITH_END.get(name) : undefined;
    if (exact !== undefined) return exact;
    const begun = withoutEnd(name);
    // A name with its semicolon that is none of these may be any of two thousand others.
    if (end === ";") known = false;
    const next = begun === null || begun.rest !== "" ? begun?.rest : source.charAt(Number(at) + String(whole).length);
    if (begun === null || (within === "attribute" && /^[=a-z\d]/iu.test(next ?? ""))) return String(whole);
    return `${begun.text}${begun.rest}${String(end)}`;
  });
  return { text, known };
}

/** The longest name at the start of `name` that needs no semicolon. */
function withoutEnd(name: string): { readonly text: string; readonly rest: string } | null {
  for (let length = Math.min(6, name.length); length >= 2; length -= 1) {
    const text = WITHOUT_END.get(name.slice(0, length));
    if (text !== undefined) return { text, rest: name.slice(length) };
  }
  return null;
}

function character(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS.charAt(code - 0x80);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "\uFFFD";
}
