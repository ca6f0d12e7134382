import { linkTo, linksIn, type Link } from "../links";

/** `[text](address)`, `<address|text>` and `<a href="address">text</a>`: what is read is not what opens. */
const MARKDOWN = /\[([^[\]\n]{1,300})\]\(<?((?:https?:)?\/\/[^\s<>()]{1,2000})/giu;
const PIPED = /<(https?:\/\/[^\s<>|]{1,2000})\|([^<>\n]{1,300})>/giu;
const ANCHOR = /<a\s[^<>]{0,300}?href\s?=\s?["']?([^\s"'<>]{1,2000})["']?[^<>]{0,300}>([^<]{1,300})</giu;
/** A host with a path, which every channel makes a link of; the name of a file is none. */
const BARE =
  /(?<![\p{L}\p{N}@./:_-])((?:[a-z\d-]{1,63}\.){1,8}(?!(?:js|ts|py|md|rb|go|sh|json|html?|css|txt|csv|pdf|ya?ml|toml)\b)[a-z]{2,24}\/[^\s<>"')\]]{0,2000})/giu;

/** Every link that readers of `text` will find in it, however it is written. */
export function writtenLinks(text: string): readonly Link[] {
  const shown = [
    ...Array.from(text.matchAll(MARKDOWN), ([, label = "", href = ""]) => linkTo(href, label.trim())),
    ...Array.from(text.matchAll(ANCHOR), ([, href = "", label = ""]) => linkTo(href, label.trim())),
    ...Array.from(text.matchAll(PIPED), ([, href = "", label = ""]) => linkTo(href, label.trim())),
  ];
  const bare = Array.from(text.matchAll(BARE), ([, address = ""]) => linkTo(`https://${address}`));
  // What stands before a bar is the address, and was read as such.
  return [...shown, ...bare, ...linksIn(text.replaceAll(PIPED, " "))];
}
