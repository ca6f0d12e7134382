import { expect, it } from "vitest";

import type { Diff } from "../../lib/domain/card/card";
import { compileArea } from "../../lib/words/compile-area";
import { makeWords } from "../words/make-words";
import { diffRest } from "./diff-rest";

const t = makeWords<"card">("en", compileArea("en", "card"));

function fields(unchanged: number, count: number, unlike: number): Diff {
  const row = { field: "status", path: "/status", change: "changed", before: [], after: [] } as const;
  return {
    type: "fields",
    subject: "order 7",
    words: { subject: { text: "order 7" } },
    rows: [row],
    unchanged,
    more: { count, unlike },
  };
}

it("says nothing when everything is shown", () => {
  expect(diffRest(t, fields(0, 0, 0))).toBeNull();
});

it("counts the fields that stay", () => {
  expect(diffRest(t, fields(11, 0, 0))).toEqual({ says: "11 more fields, none changed", urgent: false });
  expect(diffRest(t, fields(1, 0, 0))?.says).toBe("1 more field, none changed");
});

it("raises its voice when a folded row is unlike the rest", () => {
  expect(diffRest(t, fields(2, 31, 2))).toEqual({
    says: "31 more changes, 2 unlike the rest · 2 more fields, none changed",
    urgent: true,
  });
  expect(diffRest(t, fields(0, 3, 0))).toEqual({ says: "3 more changes, all like these", urgent: false });
});

it("tells of fields that are set to what they were apart from changes, as urgently as of what is unlike the rest", () => {
  const folds = (count: number, unlike: number, kept: number) => {
    const diff = fields(2, count, unlike);
    return diffRest(t, { ...diff, more: { ...diff.more, kept } });
  };
  expect(folds(0, 1, 1)).toEqual({ says: "1 more field is set and stays · 2 more fields, none changed", urgent: true });
  expect(folds(2, 3, 2)?.says).toBe(
    "2 more changes, 1 unlike the rest; 2 more fields are set and stay · 2 more fields, none changed",
  );
});

it("counts folded lines of a text", () => {
  const text: Diff = {
    type: "text",
    subject: "body",
    words: { subject: { text: "body" } },
    lines: [],
    more: { count: 1, unlike: 1 },
  };
  expect(diffRest(t, text)).toEqual({ says: "1 more line, 1 unlike the rest", urgent: true });
});
