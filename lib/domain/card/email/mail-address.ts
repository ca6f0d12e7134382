import { isJsonObject, type Json } from "../../json";

/** One recipient or sender. */
export interface MailAddress {
  readonly name: string | null;
  /** The address as sent; mail goes here whatever the name says. */
  readonly address: string;
  /** Lower case; empty when the address has none. */
  readonly domain: string;
}

const ENTRIES_MAX = 20_000;

/** Every address in a text, a list, or objects of `email` and `name`, in order; nothing is dropped, odd as it may be. */
export function mailAddresses(value: Json | undefined): readonly MailAddress[] {
  if (typeof value === "string") return splitAddresses(value).map(parseAddress);
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    return list.slice(0, ENTRIES_MAX).flatMap((entry) => mailAddresses(entry));
  }
  if (!isJsonObject(value)) return [];
  const address = value["email"] ?? value["address"] ?? value["emailAddress"];
  if (isJsonObject(address)) return mailAddresses(address);
  if (typeof address !== "string") return [];
  const [parsed] = splitAddresses(address).map(parseAddress);
  const name = value["name"] ?? value["display_name"];
  return parsed === undefined ? [] : [{ ...parsed, name: typeof name === "string" && name !== "" ? name : parsed.name }];
}

/** At commas and semicolons outside quotes and angle brackets. */
function splitAddresses(text: string): readonly string[] {
  const found = text.match(/(?:"[^"]{0,500}"|<[^>]{0,500}>|[^,;"<]|["<])+/gu) ?? [];
  return found
    .slice(0, ENTRIES_MAX)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** In `"ceo@bank.example" <x@evil.example>` mail goes to the address in angle brackets; the rest is only a name. */
function parseAddress(text: string): MailAddress {
  const open = text.lastIndexOf("<");
  const close = text.indexOf(">", open);
  const bracketed = open !== -1 && close !== -1;
  const address = (bracketed ? text.slice(open + 1, close) : text).trim();
  const name = bracketed ? text.slice(0, open).trim().replaceAll(/^"|"$/gu, "").trim() : "";
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
