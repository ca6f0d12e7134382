import path from "node:path";

import { valuesOf } from "../lib/words/values-of";

/** Texts by area and key. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;
/** What stands in the files of the screens, by path from the root: `components/ui/button.tsx`. */
export type Sources = ReadonlyMap<string, string>;

/** Each language has the keys of English by its type; here, that each text is well-formed and asks for the values of the English one. */
export function textsThatDoNotFit(english: Texts, catalogues: Readonly<Record<string, Texts>>): readonly string[] {
  return Object.entries(catalogues).flatMap(([language, areas]) =>
    Object.entries(areas).flatMap(([area, texts]) =>
      Object.entries(texts).flatMap(([key, text]) => {
        const asked = valuesOf(english[area]?.[key] ?? "");
        const given = valuesOf(text);
        const name = `lib/words/${language} ${area} ${key}`;
        if (given instanceof Error) return [`${name}: ${given.message}`];
        return String(given) === String(asked)
          ? []
          : [`${name}: has {${String(given)}}, the English text has {${String(asked)}}`];
      }),
    ),
  );
}

/** A key is used where it stands as a string, or begins as a template does. */
export function keysWithoutUse(english: Texts, sources: Sources): readonly string[] {
  const all = [...sources.values()].join("\n");
  const whole = new Set([...all.matchAll(/["'`]([\w.]+)["'`]/g)].map(([, key]) => key));
  const patterns = [...all.matchAll(/`([\w.]*\$\{[^`]*)`/g)].map(([, template = ""]) => patternOf(template));
  return Object.entries(english).flatMap(([area, texts]) =>
    Object.keys(texts)
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
export function pagesWithoutWords(sources: Sources): readonly string[] {
  const pages = [...sources.keys()].filter((file) => /\/(?:page|error|not-found|layout)\.tsx$/.test(file));
  return pages.flatMap((page) => {
    const reached = [...reachedFrom(sources, page)].map((file) => sources.get(file) ?? "");
    const asked = namesIn(reached, /\buseWords\("(\w+)"\)/g);
    const own = page.endsWith("layout.tsx") ? new Set<string>() : namesIn([sources.get(page) ?? ""], HANDED);
    const handed = new Set([...namesIn(reached, HANDED), ...framesOf(sources, page)]);
    return [
      ...[...asked]
        .filter((area) => !handed.has(area))
        .map((area) => `${page}: its components ask for \`${area}\`: hand it over`),
      ...[...own].filter((area) => !asked.has(area)).map((area) => `${page}: none of its components asks for \`${area}\``),
    ];
  });
}

const HANDED = /\bareas=\{(\[[^\]]*\])\}/g;

/** What the layouts around a file hand over. */
function framesOf(sources: Sources, page: string): readonly string[] {
  const folders = path.posix.dirname(page).split("/");
  return folders.flatMap((_, depth) => {
    const layout = [...folders.slice(0, depth + 1), "layout.tsx"].join("/");
    return layout === page ? [] : [...namesIn([sources.get(layout) ?? ""], HANDED)];
  });
}

/** The first group of each match, and within brackets each name in it. */
function namesIn(texts: readonly string[], pattern: RegExp): Set<string> {
  const groups = texts.flatMap((text) => [...text.matchAll(pattern)].map(([, group = ""]) => group));
  return new Set(
    groups.flatMap((group) => (group.startsWith("[") ? [...group.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name) : [group])),
  );
}

function reachedFrom(sources: Sources, file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, target = ""] of (sources.get(file) ?? "").matchAll(/(?:\bfrom|\bimport\()\s*"(\.[^"]+)"/g)) {
    const found = [".ts", ".tsx"]
      .map((end) => path.posix.join(path.posix.dirname(file), target) + end)
      .find((name) => sources.has(name));
    if (found !== undefined) reachedFrom(sources, found, seen);
  }
  return seen;
}
