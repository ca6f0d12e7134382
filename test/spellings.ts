import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import type { Kind } from "../lib/domain/words";

/** Where the readers of a kind write down what an argument may be called; what several kinds share comes with each. */
const OWN: Readonly<Record<Kind, string>> = {
  email: "mail-.*|read-email",
  payment: "payment-arguments|read-payment",
  sql: "sql-arguments|read-sql",
  command: "command-arguments|read-command",
  record: "intended-record|subject|read-record",
  file: "file-arguments|listed-files|read-file",
  post: "post-arguments|read-post",
  code: "code-arguments|read-code",
  tool: "detect-argument|read-tool",
};
const SHARED = ["environment-arguments.ts"];
const NAME = /^[A-Za-z][A-Za-z0-9_]{1,31}$/u;

/** What a kind's arguments may be called, as its readers write it down: names that stand in one list mean the same. */
export function spellingsOf(kind: Kind): readonly (readonly string[])[] {
  const root = path.resolve(import.meta.dirname, "../lib/domain/card");
  const own = new RegExp(`^(?:${OWN[kind]})\\.ts$`, "u");
  const files = readdirSync(path.join(root, kind)).filter((file) => own.test(file));
  const sources = [...files.map((file) => path.join(root, kind, file)), ...SHARED.map((file) => path.join(root, file))];
  return sources.flatMap((source) => groupsIn(readFileSync(source, "utf8")));
}

/** Each text of several words, each list of texts, and every other text that may be a name for itself. */
function groupsIn(source: string): readonly (readonly string[])[] {
  const code = source.replaceAll(/^import .*$/gmu, "").replaceAll(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, "");
  const lists = Array.from(code.matchAll(/\[((?:\s*"[^"\n]*",?)+)\s*\]/gu), ([, inside = ""]) =>
    namesIn(textsIn(inside).join(" ")),
  );
  const texts = textsIn(code).map(namesIn);
  const alternatives = Array.from(code.matchAll(/(\w+\["\w+"\](?:\s*\?\?\s*\w+\["\w+"\])+)/gu), ([chain]) =>
    namesIn(textsIn(chain).join(" ")),
  );
  return [...lists, ...alternatives, ...texts].filter((group) => group.length > 0);
}

function textsIn(code: string): readonly string[] {
  return Array.from(code.matchAll(/"([^"\n]*)"/gu), ([, text = ""]) => text);
}

function namesIn(text: string): readonly string[] {
  const words = text.split(" ");
  return words.every((word) => NAME.test(word)) ? words : [];
}
