import { isJsonObject, type Json, type JsonObject } from "../json";
import { plainKey } from "../policy/derived-amount";
import { asDrawn, namesLetters } from "./as-drawn";
import type { CardInput, Diff } from "./card";
import { spansText } from "./headline-text";
import { humanField, shorten } from "./human-words";
import { mixedScriptWords, oddHostsIn, oddMailboxesIn, oddNamesBefore, oddNameWords } from "./names-in-text";
import { textProblems } from "./readability";
import { asIs, type FaceSentence, type Said } from "./said";
import { saidInEnglish } from "./said-in-english";
import { sameJson } from "./same-json";
import { secretsIn } from "./secrets";
import { hidesCharacters, visible } from "./spans";

const DEPTH_MAX = 32;
const NODES_MAX = 20_000;
const LISTED_MAX = 8;
/** Nobody names a field by more than this: what does is a text, and no place on a card is made for it. */
const NAME_LENGTH_MAX = 200;
/** What a host of other letters is written with in ASCII (RFC 5890 §2.3.2.1). */
const ENCODED_HOST = /xn--/iu;

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
  /** Mailboxes, and words of the names that stand beside them, that are not what they look like. */
  readonly oddMailboxes: readonly string[];
}

interface Found {
  /** By what they say in English: each once. */
  readonly unreadable: Map<string, Said>;
  readonly mixedScript: Set<string>;
  readonly secrets: Set<string>;
  readonly oddHosts: Set<string>;
  readonly oddMailboxes: Set<string>;
}

/**
 * One walk over everything that would run: arguments, target and name. Of what a record would hold and of what `diff` shows that it held, the names alone. What is nested
 * past reading is said to be unreadable.
 */
export function scanPayload({ action, target, before, after }: CardInput, diff: Diff | null): PayloadScan {
  const found: Found = {
    unreadable: new Map(),
    mixedScript: new Set(),
    secrets: new Set(),
    oddHosts: new Set(),
    oddMailboxes: new Set(),
  };
  walk(EVERYTHING, action.arguments, "arguments", found);
  walk(EVERYTHING, { ...target }, "target", found);
  scanText(action.name, "action name", found);
  walk(NAMES, changed(before ?? {}, after ?? {}), "after", found);
  scanDiff(diff, found);
  return {
    unreadable: shortened([...found.unreadable.values()]),
    mixedScript: [...found.mixedScript],
    secrets: [...found.secrets],
    oddHosts: [...found.oddHosts],
    oddMailboxes: [...found.oddMailboxes],
  };
}

/** What looks at the texts of a value and at the names of its fields. */
interface Look {
  readonly text: (text: string, key: string, found: Found) => void;
  readonly field: (name: string, parent: string, found: Found) => void;
}
const EVERYTHING: Look = { text: scanText, field: scanKey };
const NAMES: Look = { text: scanNames, field: scanNames };

function walk(look: Look, root: Json, name: string, found: Found): void {
  const unread = walkWith(look, root, name, found);
  if (unread !== null) addUnread(found, unread, { key: "face.unread.nested" });
}

/** The field that is nested past reading, where the walk ends; null where it came through. */
function walkWith(look: Look, root: Json, name: string, found: Found): string | null {
  const stack: { readonly value: Json; readonly key: string; readonly depth: number }[] = [{ value: root, key: name, depth: 0 }];
  let visited = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    visited += 1;
    if (visited > NODES_MAX || next.depth > DEPTH_MAX) return next.key;
    const { value, key, depth } = next;
    if (typeof value === "string") look.text(value, key, found);
    if (typeof value !== "object" || value === null) continue;
    const list = Array.isArray(value);
    if (isJsonObject(value)) scanNamesBeside(value, found);
    for (const [name, child] of Object.entries(value)) {
      if (!list) look.field(name, key, found);
      stack.push({ value: child, key: list ? key : name, depth: depth + 1 });
    }
  }
  return null;
}

/** The fields of `after` that are not as they were. */
function changed(before: JsonObject, after: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => !sameJson(before[key], value)));
}

function scanKey(name: string, parent: string, found: Found): void {
  if (hidesCharacters(name)) addUnread(found, parent, { key: "face.unread.fieldName" });
  if (name.length > NAME_LENGTH_MAX) addUnread(found, parent, { key: "face.unread.line", values: { characters: name.length } });
  scanNames(name, parent, found);
}

function scanText(text: string, key: string, found: Found): void {
  for (const problem of textProblems(text)) addUnread(found, key, problem);
  for (const secret of secretsIn(text, key)) found.secrets.add(secret);
  scanNames(text, key, found);
}

function scanNames(text: string, key: string, found: Found): void {
  if (!isOdd(text)) return;
  // Before markup is read: it takes the address in `Dana <dana@…>` for a tag.
  for (const word of oddNamesBefore(text)) found.oddMailboxes.add(visible(word));
  for (const drawn of asDrawn(text)) {
    for (const word of mixedScriptWords(drawn)) found.mixedScript.add(visible(word));
    for (const host of oddHostsIn(drawn, key)) found.oddHosts.add(asciiHost(host));
    for (const name of oddMailboxesIn(drawn)) found.oddMailboxes.add(visible(name));
  }
}

/** The name of whoever an address in the same record is of: `{ name, email }`. */
function scanNamesBeside(record: JsonObject, found: Found): void {
  if (!Object.values(record).some((value) => typeof value === "string" && value.includes("@"))) return;
  for (const [key, name] of Object.entries(record)) {
    if (typeof name !== "string" || isPlain(name) || !plainKey(key).endsWith("name")) continue;
    for (const word of oddNameWords(name)) found.oddMailboxes.add(visible(word));
  }
}

/** What was there before is no part of what would run, and is on the card beside it. */
function scanDiff(diff: Diff | null, found: Found): void {
  if (diff?.type === "fields") {
    for (const { path, before, after } of diff.rows)
      for (const text of [spansText(before), spansText(after)]) if (isOdd(text)) scanNames(text, fieldOf(path), found);
  }
  if (diff?.type === "text") {
    for (const { spans } of diff.lines.filter(({ change }) => change !== "same"))
      for (const other of ["added", "removed"]) scanNames(spansText(spans.filter(({ type }) => type !== other)), "line", found);
  }
}

/** `/hosts/2` is one of the hosts. */
function fieldOf(path: string): string {
  return path.split("/").findLast((part) => part !== "" && !/^\d+$/u.test(part)) ?? path;
}

/** `аpple.com` → `аpple.com (xn--pple-43d.com)`: what is drawn, and what would be asked for. */
function asciiHost(host: string): string {
  const address = `https://${host}`;
  const ascii = URL.canParse(address) ? new URL(address).hostname : "";
  return ascii === "" || ascii === host ? visible(host) : `${visible(host)} (${ascii})`;
}

/** Whether names in `text` have to be looked at: nearly none. */
function isOdd(text: string): boolean {
  return !isPlain(text) || ENCODED_HOST.test(text) || namesLetters(text);
}

function isPlain(text: string): boolean {
  return /^[ -~\n]*$/u.test(text);
}

function addUnread({ unreadable }: Found, field: string, why: FaceSentence): void {
  const said: Said = { parts: [asIs(shorten(humanField(field))), why], by: ": " };
  unreadable.set(saidInEnglish(said), said);
}

function shortened(found: readonly Said[]): readonly Said[] {
  if (found.length <= LISTED_MAX) return found;
  const count = found.length - LISTED_MAX + 1;
  return [...found.slice(0, LISTED_MAX - 1), { key: "face.unread.more", values: { count } }];
}
