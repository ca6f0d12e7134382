import { expect, test } from "vitest";

import { wholeNames } from "./spans";

test("a name is kept whole, and the text is the same", () => {
  const parts = wholeNames("rm -rf /srv/app/data");
  expect(parts.filter((part) => typeof part !== "string")).toHaveLength(3);
  expect(parts).toContain("rm ");
});

// A box stands in its line as one sign without a direction: two of them beside a Hebrew word were drawn in the opposite order.
test.each(["דוח transfer from-alice to-bob", "transfer from-alice to-bob تقرير", "/srv/app-1/data-2 \u{10920}"])(
  "beside letters from right to left nothing is put into a box: %s",
  (text) => {
    expect(wholeNames(text)).toEqual([text]);
  },
);
