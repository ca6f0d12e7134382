import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { FIGURE_TEXTS, PAIRS, PANELS } from "./definitions";

/** The page of the documents on one line: how its tables are aligned and its lines broken means nothing. */
const page = readFileSync("docs/insights.md", "utf8").replaceAll(/\s+/gu, " ");

test("the documents define every figure in the words that stand below it", () => {
  const pairs = Object.values(PAIRS).flat();
  const panels = [...Object.keys(PANELS).map((id) => `panel.${id}`), "found.title"];
  const shown = [...pairs.flatMap((name) => [`figure.${name}`, `figure.${name}.says`]), ...panels];
  const texts: Readonly<Record<string, string>> = FIGURE_TEXTS;
  expect(shown.filter((key) => !page.includes(texts[key] ?? key))).toEqual([]);
  const says = Object.entries(FIGURE_TEXTS).filter(([key]) => /^(?:panel|found)\.(?:\w+\.)?says$/u.test(key));
  expect(says).toHaveLength(panels.length);
  // Mid-sentence there, after the panel's name.
  expect(says.filter(([, words]) => !page.includes(words.slice(1)))).toEqual([]);
});
