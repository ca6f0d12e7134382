import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

import { LANGUAGES } from "../lib/domain/language";
import type { Area } from "../lib/words/area";
import { CATALOGUES } from "../lib/words/compile-area";
import { en } from "../lib/words/en";
import { valuesOf } from "../lib/words/values-of";
import { WORDS_IN_ENGLISH, WORDS_TO_COME } from "./words-to-come.mjs";

/**
 * What the compiler does not see of the texts: that each is well-formed, asks for the values of the English one, and is used; and that every page
 * hands the browser the areas that its components ask for. Prints each that is wrong and exits with 1.
 */
const ROOT = path.resolve(import.meta.dirname, "..");
const AREAS = Object.keys(en).filter((name): name is Area => name in en);
const sources = new Map(["app", "components"].flatMap(filesIn).map((file) => [file, readFileSync(file, "utf8")]));

const wrong = [...textsThatDoNotFit(), ...keysWithoutUse(), ...pagesWithoutWords(), ...placesThatAreGone()];
for (const line of wrong) process.stdout.write(`${line}\n`);
const count = AREAS.reduce((sum, area) => sum + Object.keys(en[area]).length, 0);
process.stdout.write(wrong.length === 0 ? `${count} texts hold in ${LANGUAGES.length} languages\n` : `${wrong.length} wrong\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;

function filesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Each language has the keys of English by its type; here, its values. */
function textsThatDoNotFit(): string[] {
  return LANGUAGES.flatMap((language) =>
    AREAS.flatMap((area) => {
      const texts: Readonly<Record<string, string>> = CATALOGUES[language][area];
      const english: Readonly<Record<string, string>> = en[area];
      return Object.entries(texts).flatMap(([key, text]) => {
        const asked = valuesOf(english[key] ?? "");
        const given = valuesOf(text);
        const name = `lib/words/${language} ${area} ${key}`;
        if (given instanceof Error) return [`${name}: ${given.message}`];
        return String(given) === String(asked)
          ? []
          : [`${name}: has {${String(given)}}, the English text has {${String(asked)}}`];
      });
    }),
  );
}

/** A key is used where it stands as a string, or begins as a template does. */
function keysWithoutUse(): string[] {
  const all = [...sources.values()].join("\n");
  const whole = new Set([...all.matchAll(/["'`]([\w.]+)["'`]/g)].map(([, key]) => key));
  const patterns = [...all.matchAll(/`([\w.]*\$\{[^`]*)`/g)].map(([, template = ""]) => patternOf(template));
  return AREAS.flatMap((area) =>
    Object.keys(en[area])
      .filter((key) => !whole.has(key) && !patterns.some((pattern) => pattern.test(key)))
      .map((key) => `lib/words/en ${area} ${key}: nothing uses it`),
  );
}

function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[^\w]/g, "\\$&"));
  // Only holes say nothing: such a template would use every key there is.
  return parts.join("") === "" ? /^$/ : new RegExp(`^${parts.join("[\\w.]+")}$`);
}

/** Client components ask with `useWords`; a page, and the frames around it, hand over with `HandWords`. */
function pagesWithoutWords(): string[] {
  const pages = [...sources.keys()].filter((file) => /[/\\](?:page|error|not-found|layout)\.tsx$/.test(file));
  return pages.flatMap((page) => {
    const name = path.relative(ROOT, page);
    const reached = [...reachedFrom(page)].map((file) => sources.get(file) ?? "");
    const asked = namesIn(reached, /\buseWords\("(\w+)"\)/g);
    const own = page.endsWith("layout.tsx") ? new Set<string>() : namesIn([sources.get(page) ?? ""], /\bareas=\{(\[[^\]]*\])\}/g);
    const handed = new Set([...namesIn(reached, /\bareas=\{(\[[^\]]*\])\}/g), ...framesOf(page)]);
    return [
      ...[...asked]
        .filter((area) => !handed.has(area))
        .map((area) => `${name}: its components ask for \`${area}\`: hand it over`),
      ...[...own].filter((area) => !asked.has(area)).map((area) => `${name}: none of its components asks for \`${area}\``),
    ];
  });
}

/** What the layouts around a file hand over. */
function framesOf(page: string): string[] {
  const folders = path.relative(ROOT, path.dirname(page)).split(path.sep);
  return folders.flatMap((_, depth) => {
    const layout = path.join(ROOT, ...folders.slice(0, depth + 1), "layout.tsx");
    return layout === page ? [] : [...namesIn([sources.get(layout) ?? ""], /\bareas=\{(\[[^\]]*\])\}/g)];
  });
}

/** The first group of each match, and within brackets each name in it. */
function namesIn(texts: readonly string[], pattern: RegExp): Set<string> {
  const groups = texts.flatMap((text) => [...text.matchAll(pattern)].map(([, group = ""]) => group));
  return new Set(
    groups.flatMap((group) => (group.startsWith("[") ? [...group.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name) : [group])),
  );
}

function reachedFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, target = ""] of (sources.get(file) ?? "").matchAll(/(?:\bfrom|\bimport\()\s*"(\.[^"]+)"/g)) {
    const found = [".ts", ".tsx"].map((end) => path.resolve(path.dirname(file), target) + end).find((name) => sources.has(name));
    if (found !== undefined) reachedFrom(found, seen);
  }
  return seen;
}

function placesThatAreGone(): string[] {
  return [...WORDS_TO_COME, ...WORDS_IN_ENGLISH]
    .filter((place) => !existsSync(path.join(ROOT, place)))
    .map((place) => `scripts/words-to-come.mjs: \`${place}\` is gone: take it out`);
}
