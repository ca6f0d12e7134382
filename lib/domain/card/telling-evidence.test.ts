import { describe, expect, it } from "vitest";

import { tellingEvidence } from "./telling-evidence";

const said = (...labels: readonly string[]) => labels.map((label, at) => ({ label, text: String(at) }));

describe("the evidence quoted on a card without a reason", () => {
  it.each<[string, readonly string[], string | undefined]>([
    ["is the last that a customer said, though the agent spoke after", ["user", "assistant", "user", " Assistant "], "2"],
    ["is the last of all where only the agent spoke", ["assistant", "tool"], "1"],
    ["is the last document where there are no speakers", ["invoice", "photo"], "1"],
    ["is nothing where there is nothing", [], undefined],
  ])("%s", (_what, labels, text) => {
    expect(tellingEvidence(said(...labels))?.text).toBe(text);
  });
});
