import { plainKey } from "../policy/derived-amount";
import { hostFlags, isMixedScript, isSpoof, passesForLatin, scriptsOf } from "../scripts";
import { skeleton } from "../name";

/** Hosts of web and mail addresses. */
const IN_ADDRESS = /(?:[a-z][a-z\d+.-]{0,20}:\/\/(?:[^\s/@]{0,256}@)?|@)([^\s/:?#>,;"'()]{1,253})/giu;
/** Fields whose values are hosts, whatever else they are called: `smtp_host`, `allowed_domains`. */
const HOST_KEY = /(?:host|hostname|domain|domainname|fqdn|cname|server|nameserver|website|homepage|endpoint|url)s?$/u;
/** A dot that a resolver takes for one. */
const DOTS = /[.。．｡]/u;
/** What neither a host nor a mailbox has in it. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}\u212e._-]+/u;
/** Longer than any that a resolver takes, as it stands before its letters are written plainly. */
const HOST_LENGTH_MAX = 512;
/** What a sentence, Markdown or a command sets around a name. Looks behind first, so that no run of dots within a word is walked again from each of them. */
const EDGES = /^[-_.。．｡]+|(?<![-_.。．｡])[-_.。．｡]+$/gu;
/** Behind a dot it may begin a sentence. */
const TITLE_CASE = /^\p{Lu}\P{Lu}+$/u;
const PUNYCODE = /(?:^|\.)xn--/iu;
/** Endings of files that no registry sells as those of hosts. */
const FILE =
  /\.(?:7z|avi|bak|bmp|bz2|cfg|conf|cpp|css|csv|db|dll|docm?|docx|eml|epub|exe|gif|gz|heic|html?|ics|ini|ipynb|iso|jar|java|jpe?g|jsx?|json|jsonl|key|kt|log|lua|mkv|mp[34]|msg|od[pst]|parquet|pdf|pem|php|png|pptx?|rar|rtf|scss|sqlite|sql|svg|tar|tex|tgz|tiff?|tmp|toml|tsv|tsx?|txt|wav|webm|webp|xlsm|xlsx?|xml|ya?ml)$/iu;
const ENDING_LENGTH_MAX = 16;
/** From its at sign, because most texts have none. */
const MAILBOX = /@(?<=([^\s<>"'(),:;@/=]{1,64})@)(?=[^\s@])/gu;
/** Of `Dana <dana@…>` what follows the name; the name is looked for from there, because most texts have no address. */
const BEHIND_NAME = /<[^<>\s@]{1,64}@/gu;
const NAME_LENGTH_MAX = 120;
/** Letters that are drawn as Latin ones are: small `м` is not, though it reads as one. And scripts full of such letters, without a table here. */
const SAME_SHAPES =
  /^(?:[аеорсухѕіјӏһԁԛԝѵАВЕЅІЈКМНОРСТУХονΑΒΕΖΗΙΚΜΝΟΡΤΥΧհոսօցզ\d_]+|.*[\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\p{Script=Deseret}].*)$/u;
const PARTS_OF_NAME = /[\s\-()/,;:="'?#|&\\<>[\]{}`]+/u;
/** `Mᵐᵉ`, `Dʳ`, `XIXᵉ`: raised at the end, as one abbreviates and numbers. */
const RAISED_END = /^(?:\p{L}{1,2}|[\dIVXLC]{1,5})\p{Lm}+$/u;
/** `ℝ` alone is a sign. */
const TWO_LETTERS = /\p{L}.*\p{L}/u;
const WIDE = /^[\uff00-\uffef]+$/u;

/**
 * The words of `text` that mix scripts not written together. Parts of a compound or a path, and what is in quotes, stand alone: `IT-отдел` passes. So do parts between dots, as in
 * `отчёт.pdf` and `почта.example`, but for one that reads as a Latin word: `асме.com` and `apple.сом` are of mixed letters. An address is one word.
 */
export function mixedScriptWords(text: string): readonly string[] {
  return text.split(PARTS_OF_NAME).filter((word) => {
    if (!isMixedScript(word)) return false;
    // A file is often called by a word that can be read so: `аптека.pdf`.
    const passes = isFile(word) ? hasShapes : readsAsLatin;
    return word.split(".").some((part) => isMixedScript(part) || (isForeign(part) && passes(part)));
  });
}

/** Whatever a sentence or a program sets behind it; no ending is longer. */
function isFile(word: string): boolean {
  return FILE.test(word.slice(-ENDING_LENGTH_MAX).replace(/[^\p{L}\p{N}]+$/u, ""));
}

/** In another alphabet from end to end. */
function isForeign(part: string): boolean {
  const scripts = scriptsOf(part);
  return scripts.length > 0 && !scripts.includes("Latin");
}

/** Whether every letter of `part` is drawn as a Latin one. */
export function hasShapes(part: string): boolean {
  return SAME_SHAPES.test(part);
}

function readsAsLatin(part: string): boolean {
  return hasShapes(part) || /^[a-z\d]*$/u.test(skeleton(part));
}

/**
 * The hosts in `text` that are not in plain letters. Where something says that a name is a host (an address, or the field it stands in), every such one; elsewhere
 * what has the form of a host and is not what it looks like.
 */
export function oddHostsIn(text: string, key: string): readonly string[] {
  const addressed = Array.from(text.matchAll(IN_ADDRESS), ([, host = ""]) => host);
  const sure = HOST_KEY.test(plainKey(key)) ? [...addressed, ...namedHosts(text)] : addressed;
  const bare = text
    .split(BETWEEN_WORDS)
    .map(withoutEdges)
    .filter((word) => isHostByForm(word) && isSpoof(word));
  return [...sure.filter((host) => hostFlags(host).length > 0).map(withoutEdges), ...bare];
}

/** What stands in a field for hosts: with a port or a path, or several of them. */
function namedHosts(text: string): readonly string[] {
  return text
    .split(/[\s,;|]+/u)
    .map((word) => withoutEdges(word.split(/[:/?#&\\]/u, 1)[0] ?? ""))
    .filter((name) => name.length <= HOST_LENGTH_MAX && DOTS.test(name) && /[\p{L}\p{M}\p{So}]$/u.test(name) && !isFile(name));
}

function withoutEdges(word: string): string {
  return word.replaceAll(EDGES, "");
}

/** Parts between dots, the last of Latin letters and no file's; a sentence after the dot begins with a capital, and is not written in punycode. */
function isHostByForm(name: string): boolean {
  if (name.length > HOST_LENGTH_MAX || !name.includes(".") || name.includes("..") || isFile(name)) return false;
  const ending = name.slice(name.lastIndexOf(".") + 1).normalize("NFKC");
  if (!/^(?:xn--[a-z\d-]{1,59}|\p{Script=Latin}{2,24})$/iu.test(ending)) return false;
  return PUNYCODE.test(name) || !TITLE_CASE.test(ending);
}

/** What stands before the at sign of a mail address and is not what it looks like. */
export function oddMailboxesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(MAILBOX), ([, local = ""]) => local).filter(isSpoof);
}

/** The words of people's names before a mail address, `Dana <dana@…>`, that are not what they look like. */
export function oddNamesBefore(text: string): readonly string[] {
  return Array.from(text.matchAll(BEHIND_NAME), ({ index }) => text.slice(Math.max(0, index - NAME_LENGTH_MAX), index))
    .map((before) => before.trimEnd().replace(/"$/u, ""))
    .flatMap((before) => oddNameWords(/[^"<>,;\n]*$/u.exec(before)?.[0] ?? ""));
}

/** The words of a mailbox's name in which something stands in for a letter; one in wide letters alone is a way of typing. */
export function oddNameWords(name: string): readonly string[] {
  return name.split(PARTS_OF_NAME).filter((word) => word.split(".").some(isOddName));
}

function isOddName(part: string): boolean {
  return TWO_LETTERS.test(part) && !WIDE.test(part) && !RAISED_END.test(part) && passesForLatin(part);
}
