import { describe, expect, it, vi } from "vitest";

import { aQueueRow } from "../../test/queue-rows";
import type { Desk } from "./carry-out";
import { carryOut } from "./carry-out";

describe("a command after a reload", () => {
  it.each(["undo", "release"] as const)("%s reaches the decision that only the server remembers", async (command) => {
    const row = aQueueRow("prp_1", {
      status: "held",
      releaseAt: Date.now() + 60_000,
      decision: { type: "approve", source: "person", by: [{ id: "per_1", name: "Ana" }] },
    });
    const act = vi.fn(() => Promise.resolve());
    const parts = { decisions: { decided: [], [command]: act }, panels: { ask: vi.fn() }, remembered: [row] };
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the rest of the desk is not asked for
    carryOut(parts as unknown as Desk, { type: "command", command });
    await vi.waitFor(() => expect(act).toHaveBeenCalledWith("prp_1"));
  });
});

describe("a key while the search is on its way", () => {
  const pressed = (command: "later" | "dismiss" | "search") => {
    const parts = {
      panels: { panel: "search", askReason: null, close: vi.fn() },
      selection: { later: vi.fn() },
      onSearch: vi.fn(),
    };
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the rest of the desk is not asked for
    carryOut(parts as unknown as Desk, { type: "command", command });
    return parts;
  };

  it("does nothing to the card", () => {
    expect(pressed("later").selection.later).not.toHaveBeenCalled();
  });

  it("leads back, or there again", () => {
    expect(pressed("dismiss").panels.close).toHaveBeenCalled();
    expect(pressed("search").onSearch).toHaveBeenCalled();
  });
});
