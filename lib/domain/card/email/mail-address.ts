import { isJsonObject, type Json, type JsonObject } from "../../json";

/** One recipient or sender. */
export interface MailAddress {
  readonly name: string | null;
  /** The address as sent; mail goes here whatever the name says. */
  readonly address: string;
  /** Lower case; empty when the address has none. */
  readonly domain: string;
}

const ENTRIES_MAX = 20_000;

const NAMES = ["name", "display_name", "displayName"];
const ADDRESSES = ["email", "address", "emailAddress"];

/** What a value names as recipients. */
export interface NamedAddresses {
  /** Every address found, in order, odd as it may be. */
  readonly found: readonly MailAddress[];
  /** False where it says anything else besides: then it has to be shown as it was sent. */
  readonly whole: boolean;
  /** False where a part of it names no address that was found. */
  readonly named: boolean;
}

/** The addresses in a text, a list, or objects of `email` and `name`. */
export function namedAddresses(value: Json | undefined): NamedAddresses {
  if (value === null || (typeof value === "string" && value.trim() === "")) return { found: [], whole: true, named: true };
  if (typeof value === "string") return addressesOf(splitAddresses(value), value.length < TEXT_MAX);
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    const entries = list.slice(0, ENTRIES_MAX).map(namedAddresses);
    const all = list.length <= ENTRIES_MAX;
    return {
      found: entries.flatMap(({ found }) => found),
      whole: all && entries.every(({ whole }) => whole),
      named: all && entries.every(({ named }) => named),
    };
  }
  return isJsonObject(value) ? fromObject(value) : NOTHING;
}

const TEXT_MAX = 1_000_000;
const NOTHING: NamedAddresses = { found: [], whole: false, named: false };

function addressesOf(texts: readonly string[], whole: boolean): NamedAddresses {
  const named = texts.length > 0 && !texts.some(saysMore);
  return { found: texts.map(parseAddress), whole: whole && named && texts.length < ENTRIES_MAX, named };
}

/** A name is of one address: beside several it is shown as it was sent. */
function fromObject(value: JsonObject): NamedAddresses {
  const keys = ADDRESSES.filter((key) => value[key] !== undefined && value[key] !== null);
  const [key] = keys;
  const address = key === undefined ? undefined : value[key];
  const name = NAMES.map((one) => value[one]).find((one) => one !== undefined) ?? null;
  const inner = address === undefined ? NOTHING : namedAddresses(address);
  const [only, ...others] = inner.found;
  const named = typeof name === "string" && name !== "" && only !== undefined && others.length === 0;
  const said = keys.length + (named ? 1 : 0);
  return {
    found: named ? [{ ...only, name }] : inner.found,
    whole: inner.whole && keys.length === 1 && !(named && only.name !== null) && said === Object.keys(value).length,
    named: inner.named,
  };
}

/** As {@link namedAddresses}: the addresses alone. */
export function mailAddresses(value: Json | undefined): readonly MailAddress[] {
  return namedAddresses(value).found;
}

/** At commas and semicolons outside quotes and angle brackets. */
function splitAddresses(text: string): readonly string[] {
  const found = text.match(/(?:"[^"]{0,500}"|<[^>]{0,500}>|[^,;"<]|["<])+/gu) ?? [];
  return found
    .slice(0, ENTRIES_MAX)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The address in angle brackets begins and ends here; null where `text` has none. */
function bracketsIn(text: string): { readonly open: number; readonly close: number } | null {
  const open = text.lastIndexOf("<");
  const close = text.indexOf(">", open);
  return open !== -1 && close !== -1 ? { open, close } : null;
}

/** True where something stands behind the brackets, or nothing in them: programs differ in whom they send that to. */
function saysMore(text: string): boolean {
  const found = bracketsIn(text);
  return found !== null && (text.slice(found.close + 1).trim() !== "" || text.slice(found.open + 1, found.close).trim() === "");
}

/** In `"ceo@bank.example" <x@evil.example>` mail goes to the address in angle brackets; the rest is only a name. */
function parseAddress(text: string): MailAddress {
  const found = bracketsIn(text);
  const address = (found === null ? text : text.slice(found.open + 1, found.close)).trim();
  const name = found === null ? "" : text.slice(0, found.open).trim().replaceAll(/^"|"$/gu, "").trim();
  return { name: name === "" ? null : name, address, domain: domainOf(address) };
}

/** What stands behind the last at sign, lower case, without a final dot; empty when there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at === -1
    ? ""
    : address
        .slice(at + 1)
        .toLowerCase()
        .replace(/\.$/u, "");
}
