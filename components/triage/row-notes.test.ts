import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { STATUSES } from "../../lib/domain/words";
import { compileArea } from "../../lib/words/compile-area";
import { aQueueRow } from "../../test/queue-rows";
import { WordsProvider } from "../words/words-provider";
import { asideOf } from "./row-notes";

const AREAS = { desk: compileArea("en", "desk"), ui: compileArea("en", "ui") };
const NOW = 10 * 60_000;

function drawn(children: ReturnType<typeof asideOf>): string {
  const page = createElement(WordsProvider, { language: "en", areas: AREAS, children });
  return renderToStaticMarkup(page).replaceAll(/<[^>]*>/gu, "");
}

it("a row of what is decided says how and when, not how long it was due", () => {
  for (const status of STATUSES.filter((one) => one !== "pending" && one !== "held")) {
    const row = aQueueRow("prp_1", { status, decidedAt: NOW - 5 * 60_000, expiresAt: NOW - 60_000 });
    expect(drawn(asideOf(row, NOW)), status).toMatch(/^[a-z ]+ 5\smin\sago$/u);
  }
  expect(asideOf(aQueueRow("prp_2", { status: "pending", decidedAt: null }), NOW)).toBeUndefined();
});
