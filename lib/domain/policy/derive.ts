import { aboutKind } from "../card/kinds";
import { environmentMeant } from "../environments";
import { isJsonObject, type Json, type JsonObject } from "../json";
import type { Action, Target } from "../proposal";
import type { Kind } from "../words";
import { amountIn, plainKey, type DerivedAmount } from "./derived-amount";

/** Typed facts that rules and thresholds work on, read from the exact arguments. */
export interface Derived extends DerivedAmount {
  /** Addresses or payees, without display names, each once. */
  readonly recipients: readonly string[];
  /** Hosts of every address in the arguments and the target, lower case, each once. */
  readonly hosts: readonly string[];
  /** `production`, `staging`, `development`, `test`, or the word that was given in lower case. */
  readonly environment: string | null;
  /** Paths with `.` and `..` resolved and `/` as separator. */
  readonly paths: readonly string[];
  /** The largest count of rows named. */
  readonly rows: number | null;
}

const REACHED_KEYS = ["to", "cc", "bcc", "recipient", "recipients", "payee"];
const RECIPIENT_KEYS = new Set([...REACHED_KEYS, "email", "emails", "phone"]);
/** A record's own e-mail or phone is a value that changes: writing it down reaches nobody. */
const RECORD_RECIPIENT_KEYS = new Set(REACHED_KEYS);
const ADDRESS_KEYS = new Set(["email", "address", "emailaddress"]);
const HOST_KEYS = new Set(["host", "hostname", "domain"]);
const ENVIRONMENT_KEYS = new Set(["environment", "env", "stage"]);
/** A record's stage is where a deal or a ticket stands. */
const RECORD_ENVIRONMENT_KEYS = new Set(["environment", "env"]);
const PATH_KEYS = new Set("path paths file files filename filepath directory dir folder".split(" "));
const FILE_PATH_KEYS = new Set([...PATH_KEYS, ..."source destination src dst dest from to".split(" ")]);
const ROW_KEYS = new Set(["rows", "rowcount", "affectedrows", "rowsaffected", "estimatedrows"]);
/** Addresses looked at in one payload, and the characters of each: more cannot make a rule slower. */
const HOSTS_MAX = 1_000;
const ADDRESS_LENGTH_MAX = 2_048;

/**
 * The typed facts of an action. Pure and total: what a field does not plainly say is left out, never guessed.
 * `kind` is the one policy resolved, so that an agent cannot hide an amount by calling a payment something else.
 */
export function derive(action: Action, target: Target | null, kind: Kind): Derived {
  const fields = fieldsOf(action);
  const rows = named(fields, ROW_KEYS).filter((value) => typeof value === "number");
  return {
    recipients: recipientsIn(fields, kind),
    hosts: hostsIn(action.arguments, named(fields, HOST_KEYS), target?.url ?? null),
    environment: environmentOf([
      target?.environment ?? null,
      ...named(fields, aboutKind(kind).holdsValues === true ? RECORD_ENVIRONMENT_KEYS : ENVIRONMENT_KEYS),
    ]),
    paths: [
      ...new Set(
        named(fields, aboutKind(kind).paths === true ? FILE_PATH_KEYS : PATH_KEYS)
          .flatMap(texts)
          .map(plainPath),
      ),
    ],
    rows: rows.length === 0 ? null : Math.max(...rows),
    ...amountOf(action, kind),
  };
}

/** What {@link derive} says of the money alone. */
export function amountOf(action: Action, kind: Kind): DerivedAmount {
  return amountIn(action.arguments, aboutKind(kind).money === true);
}

/** {@link Derived.recipients} alone. */
export function recipientsOf(action: Action, kind: Kind): Derived["recipients"] {
  return recipientsIn(fieldsOf(action), kind);
}

/** {@link Derived.hosts} alone. */
export function hostsOf(action: Action, target: Target | null): Derived["hosts"] {
  return hostsIn(action.arguments, named(fieldsOf(action), HOST_KEYS), target?.url ?? null);
}

interface Field {
  readonly key: string;
  readonly value: Json;
}

function fieldsOf(action: Action): readonly Field[] {
  return Object.entries(action.arguments).map(([key, value]) => ({ key: plainKey(key), value }));
}

function named(fields: readonly Field[], keys: ReadonlySet<string>): readonly Json[] {
  return fields.filter(({ key }) => keys.has(key)).map(({ value }) => value);
}

function recipientsIn(fields: readonly Field[], kind: Kind): readonly string[] {
  const { paths = false, holdsValues = false } = aboutKind(kind);
  if (paths) return [];
  return [...new Set(named(fields, holdsValues ? RECORD_RECIPIENT_KEYS : RECIPIENT_KEYS).flatMap(addresses))];
}

function texts(value: Json): readonly string[] {
  if (typeof value === "string") return [value];
  if (isJsonObject(value) || typeof value !== "object" || value === null) return [];
  return value.filter((item) => typeof item === "string");
}

function addresses(value: Json): readonly string[] {
  if (typeof value === "string") {
    return value
      .split(/[,;\n]/)
      .map(bareAddress)
      .filter((address) => address !== "");
  }
  if (isJsonObject(value)) return addressesOfObject(value);
  if (typeof value !== "object" || value === null) return [];
  return value.flatMap((item) => (Array.isArray(item) ? [] : addresses(item)));
}

function addressesOfObject(object: JsonObject): readonly string[] {
  return Object.entries(object).flatMap(([key, value]) =>
    ADDRESS_KEYS.has(plainKey(key)) && typeof value === "string" ? addresses(value) : [],
  );
}

/** The address that mail goes to: in `"ceo@bank.example" <x@evil.example>` the one in angle brackets. */
function bareAddress(text: string): string {
  const open = text.lastIndexOf("<");
  const close = text.indexOf(">", open);
  return (open !== -1 && close !== -1 ? text.slice(open + 1, close) : text).trim();
}

function environmentOf(values: readonly Json[]): string | null {
  const named = values
    .flatMap(texts)
    .map(environmentMeant)
    .filter((text) => text !== "");
  return named.includes("production") ? "production" : (named[0] ?? null);
}

function hostsIn(value: Json, named: readonly Json[], url: string | null): readonly string[] {
  const hosts = new Set<string>();
  for (const host of named.flatMap(texts)) addHost(hosts, host);
  if (url !== null) addAddresses(hosts, url);
  walkTexts(value, (text) => addAddresses(hosts, text));
  return [...hosts];
}

function walkTexts(value: Json, visit: (text: string) => void): void {
  if (typeof value === "string") visit(value);
  else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) walkTexts(one, visit);
}

function addAddresses(hosts: Set<string>, text: string): void {
  let at = text.indexOf("://");
  for (let seen = 0; at !== -1 && seen < HOSTS_MAX; seen += 1) {
    const rest = text.slice(at + 3, at + 3 + ADDRESS_LENGTH_MAX);
    addHost(hosts, rest.split(/[\s"'<>`]/, 1)[0] ?? "");
    at = text.indexOf("://", at + 3);
  }
}

function addHost(hosts: Set<string>, authority: string): void {
  const address = `https://${authority}`;
  if (hosts.size >= HOSTS_MAX || !URL.canParse(address)) return;
  const host = new URL(address).hostname.replace(/\.$/, "");
  if (host !== "") hosts.add(host);
}

function plainPath(path: string): string {
  const parts: string[] = [];
  const slashed = path.replaceAll("\\", "/");
  const rooted = slashed.startsWith("/");
  for (const part of slashed.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || !rooted) parts.push(part);
  }
  return (rooted ? "/" : "") + parts.join("/");
}
