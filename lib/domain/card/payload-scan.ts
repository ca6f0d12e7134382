import type { Json } from "../json";
import { hostFlags } from "../scripts";
import { asDrawn, namesLetters } from "./as-drawn";
import type { CardInput } from "./card";
import { humanField } from "./human-words";
import { textProblems } from "./readability";
import { asIs, type FaceSentence, type Said } from "./said";
import { saidInEnglish } from "./said-in-english";
import { secretsIn } from "./secrets";
import { hidesCharacters, mixedScriptWords, visible } from "./spans";

const DEPTH_MAX = 32;
const NODES_MAX = 20_000;
const LISTED_MAX = 8;
/** Hosts of web and mail addresses that are not plain ASCII names. */
const HOSTS = /(?:[a-z][a-z\d+.-]{0,20}:\/\/(?:[^\s/@]{0,256}@)?|@)([^\s/:?#>,;"'()]{1,253})/giu;

/** What a machine can see in every payload, whatever its kind. */
export interface PayloadScan {
  /** The parts that a person could not honestly be said to have read. */
  readonly unreadable: readonly Said[];
  /** Words that mix alphabets that look alike, hidden characters spelled out. */
  readonly mixedScript: readonly string[];
  /** Kinds of credential found, never the credentials. */
  readonly secrets: readonly string[];
  /** Hosts that are not plain ASCII names, each in the form a resolver would ask for. */
  readonly oddHosts: readonly string[];
}

interface Found {
  /** By what they say in English: each once. */
  readonly unreadable: Map<string, Said>;
  readonly mixedScript: Set<string>;
  readonly secrets: Set<string>;
  readonly oddHosts: Set<string>;
}

/** One walk over everything that would run: arguments, target and name. What is nested past reading is said to be unreadable. */
export function scanPayload({ action, target }: CardInput): PayloadScan {
  const found: Found = { unreadable: new Map(), mixedScript: new Set(), secrets: new Set(), oddHosts: new Set() };
  walk(action.arguments, "arguments", found);
  walk({ ...target }, "target", found);
  scanText(action.name, "action name", found);
  return {
    unreadable: shortened([...found.unreadable.values()]),
    mixedScript: [...found.mixedScript],
    secrets: [...found.secrets],
    oddHosts: [...found.oddHosts],
  };
}

function walk(root: Json, name: string, found: Found): void {
  const stack: { readonly value: Json; readonly key: string; readonly depth: number }[] = [{ value: root, key: name, depth: 0 }];
  let visited = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    visited += 1;
    if (visited > NODES_MAX || next.depth > DEPTH_MAX) {
      addUnread(found, next.key, { key: "face.unread.nested" });
      return;
    }
    const { value, key, depth } = next;
    if (typeof value === "string") scanText(value, key, found);
    if (typeof value !== "object" || value === null) continue;
    const list = Array.isArray(value);
    for (const [name, child] of Object.entries(value)) {
      if (!list) scanKey(name, key, found);
      stack.push({ value: child, key: list ? key : name, depth: depth + 1 });
    }
  }
}

function scanKey(name: string, parent: string, found: Found): void {
  if (isPlain(name)) return;
  if (hidesCharacters(name)) addUnread(found, parent, { key: "face.unread.fieldName" });
  for (const word of mixedScriptWords(name)) found.mixedScript.add(visible(word));
}

function scanText(text: string, key: string, found: Found): void {
  for (const problem of textProblems(text)) addUnread(found, key, problem);
  for (const secret of secretsIn(text, key)) found.secrets.add(secret);
  if (isPlain(text) && !text.toLowerCase().includes("xn--") && !namesLetters(text)) return;
  for (const drawn of asDrawn(text)) {
    for (const word of mixedScriptWords(drawn)) found.mixedScript.add(visible(word));
    for (const [, host = ""] of drawn.matchAll(HOSTS)) if (hostFlags(host).length > 0) found.oddHosts.add(asciiHost(host));
  }
}

/** `аpple.com` → `аpple.com (xn--pple-43d.com)`: what is drawn, and what would be asked for. */
function asciiHost(host: string): string {
  const address = `https://${host}`;
  const ascii = URL.canParse(address) ? new URL(address).hostname : "";
  return ascii === "" || ascii === host ? visible(host) : `${visible(host)} (${ascii})`;
}

function isPlain(text: string): boolean {
  return /^[ -~\n]*$/u.test(text);
}

function addUnread({ unreadable }: Found, field: string, why: FaceSentence): void {
  const said: Said = { parts: [asIs(humanField(field)), why], by: ": " };
  unreadable.set(saidInEnglish(said), said);
}

function shortened(found: readonly Said[]): readonly Said[] {
  if (found.length <= LISTED_MAX) return found;
  const count = found.length - LISTED_MAX + 1;
  return [...found.slice(0, LISTED_MAX - 1), { key: "face.unread.more", values: { count } }];
}
