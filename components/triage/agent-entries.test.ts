import { describe, expect, it } from "vitest";

import { nextCard } from "../../lib/client/next-card";
import { viewOf } from "../../lib/client/queue-view";
import { aQueueRow } from "../../test/queue-rows";
import { allAside } from "./agent-entries";

const [MAIL, CRM] = [
  { id: "agt_1", name: "mail-agent" },
  { id: "agt_2", name: "crm-agent" },
];

const COUNTS = { needs_you: 0, deep: 0, second_look: 0, waiting: 0, done: 0 };

function aView(...agents: readonly (typeof MAIL)[]) {
  const items = agents.map((agent, place) => aQueueRow(`prp_${String(place)}`, { agent }));
  return viewOf("needs_you", { items, next: null, counts: COUNTS, countCap: 1000, now: 0 }, 0);
}

describe("putting aside all from one agent", () => {
  it("moves them to the end in their order, and leaves the others where they are", () => {
    const { view, count } = allAside(aView(MAIL, CRM, MAIL, CRM), MAIL.id);
    expect(view.rows.map(({ id, later }) => [id, later])).toEqual([
      ["prp_1", false],
      ["prp_3", false],
      ["prp_0", true],
      ["prp_2", true],
    ]);
    expect(count).toBe(2);
    expect(nextCard(view, "prp_0", "on", { me: "per_1", fold: false })).toBe("prp_3");
  });
});
