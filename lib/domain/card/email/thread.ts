import { isJsonObject, type Json, type JsonObject } from "../../json";
import { mailAddresses } from "./mail-address";

const DEPTH_MAX = 8;
const ADDRESS_KEY = /^(?:from|to|cc|sender|recipients?|participants?|reply_?to|email|customer|contact|address)$/iu;

/** What the record before tells of the conversation: who is in it, and every word said. */
export interface Thread {
  /** Addresses, lower case, each once. */
  readonly addresses: readonly string[];
  readonly text: string;
}

/** The conversation in `before`, empty when none was sent. */
export function threadOf(before: JsonObject | null): Thread {
  const addresses = new Set<string>();
  const texts: string[] = [];
  if (before !== null) walk(before, "", 0, addresses, texts);
  return { addresses: [...addresses], text: texts.join("\n") };
}

function walk(value: Json, key: string, depth: number, addresses: Set<string>, texts: string[]): void {
  if (ADDRESS_KEY.test(key)) {
    for (const { address } of mailAddresses(value)) if (address.includes("@")) addresses.add(address.toLowerCase());
  }
  if (typeof value === "string") texts.push(value);
  if (depth > DEPTH_MAX) return;
  if (isJsonObject(value)) for (const [name, child] of Object.entries(value)) walk(child, name, depth + 1, addresses, texts);
  else if (Array.isArray(value)) value.forEach((child: Json) => walk(child, key, depth + 1, addresses, texts));
}
