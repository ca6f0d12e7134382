import { describe, expect, it } from "vitest";

import { questionOf } from "./use-panels";

describe("what the keys mean while the search is asked for", () => {
  it("is nothing before its field has the cursor: whoever types on decides nothing", () => {
    expect(questionOf({ panel: "search", askReason: null }, null).asks).toBe("value");
  });

  it("is what it always is once it had it: the search covers nothing", () => {
    expect(questionOf({ panel: "searching", askReason: null }, null).asks).toBe("nothing");
  });
});
