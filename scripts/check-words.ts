import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

import { LANGUAGES } from "../lib/domain/language";
import { CATALOGUES } from "../lib/words/compile-area";
import { en } from "../lib/words/en";
import { keysWithoutUse, pagesWithoutWords, textsThatDoNotFit } from "./words-check";
import { WORDS_IN_ENGLISH } from "./words-in-english.mjs";

/**
 * What the compiler does not see of the texts: that each is well-formed, asks for the values of the English one, and is used; and that every page
 * hands the browser the areas that its components ask for. Prints each that is wrong and exits with 1.
 */
const ROOT = path.resolve(import.meta.dirname, "..");
const sources = sourcesIn(["app", "components"]);
/** Where the domain names the sentences of cards and of policy: by key, apart from the tables themselves. */
const DOMAIN = ["lib/domain/card", "lib/domain/policy", "lib/services/policy"];
const naming = new Map([...sourcesIn(DOMAIN)].filter(([name]) => !name.endsWith("-texts.ts")));

const wrong = [
  ...textsThatDoNotFit(en, CATALOGUES),
  ...keysWithoutUse(en, new Map([...sources, ...naming])),
  ...pagesWithoutWords(sources),
  ...placesThatAreGone(),
];
for (const line of wrong) process.stdout.write(`${line}\n`);
const count = Object.values(en).reduce((sum, texts) => sum + Object.keys(texts).length, 0);
process.stdout.write(wrong.length === 0 ? `${count} texts hold in ${LANGUAGES.length} languages\n` : `${wrong.length} wrong\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;

function sourcesIn(folders: readonly string[]): Map<string, string> {
  return new Map(folders.flatMap(filesIn).map((file) => [nameOf(file), readFileSync(file, "utf8")]));
}

function filesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function nameOf(file: string): string {
  return path.relative(ROOT, file).split(path.sep).join("/");
}

function placesThatAreGone(): string[] {
  return WORDS_IN_ENGLISH.filter((place) => !existsSync(path.join(ROOT, place))).map(
    (place) => `scripts/words-in-english.mjs: \`${place}\` is gone: take it out`,
  );
}
