import { remembered } from "../remembered";
import { visible } from "./spans";

const PARTS = /[_\-\s]+|(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** What an action name may be spelled with before it is quoted instead of read. */
const NAME = /^[\w.:/\- ]{1,128}$/u;
/** Longer than this, what only names is cut, and a label is to be read like a value. */
export const LABEL_LENGTH_MAX = 60;

/**
 * The words of an identifier, lower case except initialisms: `payment_history` → `payment history`, `userID` → `user ID`. Whole, however long: the end of
 * a name may be what it does.
 */
export const humanField: (key: string) => string = remembered((key) => {
  const words = key
    .split(PARTS)
    .filter((part) => part !== "")
    .map((part) => (/^\p{Lu}{2,4}$/u.test(part) ? part : part.toLowerCase()))
    .join(" ");
  return visible(words === "" ? "(no name)" : words);
});

/** The words of a path of keys, whole: `["address", "zip_code"]` → `address zip code`. */
export function humanPath(path: readonly string[]): string {
  return path.map(humanField).join(" ");
}

/**
 * What an action does, from its name alone: `create_ticket` → `Create ticket`, `payment.refund` → `Refund payment`,
 * `mcp__github__createIssue` → `Create issue`. A name that is not an identifier is quoted, never read.
 */
export const humanVerb: (name: string) => string = remembered((name) => {
  if (!NAME.test(name)) return `Call “${shorten(visible(name))}”`;
  const segments = partsOf(name);
  const last = shorten(humanField(segments.at(-1) ?? name));
  const before = segments.at(-2);
  const phrase = last.includes(" ") || before === undefined ? last : `${last} ${shorten(humanField(before))}`;
  return capitalised(phrase);
});

/** The words of each part of an action's name, lower case: `[["github"], ["merge", "pull", "request"]]`; none where the name is quoted. */
export function nameWords(name: string): readonly (readonly string[])[] {
  if (!NAME.test(name)) return [];
  return partsOf(name).map((part) =>
    part
      .split(PARTS)
      .filter((word) => word !== "")
      .map((word) => word.toLowerCase()),
  );
}

function partsOf(name: string): readonly string[] {
  return name.split(/[.:/]+|__+/u).filter((part) => part !== "");
}

/** `phrase` with its first letter upper case. */
export function capitalised(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** For what only names what stands elsewhere whole: a label and a value are never shortened, because what is cut would not have been approved. */
export function shorten(name: string): string {
  return name.length <= LABEL_LENGTH_MAX ? name : `${name.slice(0, LABEL_LENGTH_MAX - 1)}…`;
}
