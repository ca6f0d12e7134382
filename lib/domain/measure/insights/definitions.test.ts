import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { PAIRS, PANELS } from "./definitions";

/** The page of the documents on one line: how its tables are aligned and its lines broken means nothing. */
const page = readFileSync("docs/insights.md", "utf8").replaceAll(/\s+/gu, " ");

test("the documents define every figure in the words that stand below it", () => {
  const pairs = Object.values(PAIRS).flat();
  const said = [...pairs.flatMap(({ label, says }) => [label, says]), ...Object.values(PANELS).map(({ title }) => title)];
  expect(said.filter((words) => !page.includes(words))).toEqual([]);
  const panels = Object.values(PANELS).map(({ says }) => says.slice(1));
  expect(panels.filter((words) => !page.includes(words))).toEqual([]);
});
