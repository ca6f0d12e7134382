import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import type { Check } from "../../lib/domain/card/card";
import { ALL_FIXTURES } from "../../lib/domain/card/fixtures/all-fixtures";
import { readCard } from "../../lib/domain/card/read-card";
import { compileArea } from "../../lib/words/compile-area";
import { WordsProvider } from "../words/words-provider";
import { CheckList } from "./check-list";

const AREAS = { card: compileArea("en", "card"), checks: compileArea("en", "checks") };

function drawn(checks: readonly Check[]): string {
  const list = createElement(CheckList, { checks });
  return renderToStaticMarkup(createElement(WordsProvider, { language: "en", areas: AREAS, children: list }));
}

it("a failed check stands open and first, one that did not run by name, what passed folded into one line", () => {
  const all = Object.values(ALL_FIXTURES).flatMap((fixtures) => fixtures.map(({ input }) => readCard(input).checks));
  const states = ["passed", "not_run", "failed"] as const;
  // In the order that would be worst, should it stay.
  const [passed, notRun, failed] = states.map((state) => all.flat().find((check) => check.state === state));
  if (passed === undefined || notRun === undefined || failed === undefined) throw new Error("no check of each state");
  const html = drawn([passed, notRun, failed]);
  const [open = "", folded = ""] = html.split("<details");
  expect(open).toMatch(new RegExp(`^<div role="group"[^>]*><div[^>]*>.*?Failed check: </span><bdi>${failed.says}</bdi>`));
  expect(open.indexOf(failed.says)).toBeLessThan(open.indexOf("<ul"));
  expect(folded).toContain(passed.says);
  expect(folded).toMatch(/^(?! open)[^>]*><summary/);
  expect(open).not.toContain(passed.says);
});
