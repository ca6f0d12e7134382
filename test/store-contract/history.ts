import { expect, test } from "vitest";
import type { ListFilter, Store } from "../../db/store/store";
import type { Cursor, ListRow } from "../../db/store/types";
import { numberedId, START } from "../builders";
import { proposeAll, withAgents } from "./writes";

const ids = (rows: readonly ListRow[]): readonly string[] => rows.map((row) => row.id);

async function allPages(store: Store, filter: ListFilter, size: number): Promise<readonly ListRow[]> {
  const seen: ListRow[] = [];
  // More pages than any list here has: a cursor that stands still fails instead of turning for ever.
  for (let pages = 0; pages < 60; pages += 1) {
    const last = seen.at(-1);
    const after: Cursor | null = last === undefined ? null : { rank: last.rank, at: last.state.createdAt, id: last.id };
    const page = await store.read.history(filter, after, size);
    if (page.length === 0) return seen;
    seen.push(...page);
  }
  throw new Error("the pages do not end");
}

/** Everything that ever was, filtered. */
export function historyContract(current: () => Store): void {
  test("history is newest first, complete over its pages, and limited by instants", async () => {
    const store = current();
    await withAgents(store);
    const records = await proposeAll(
      store,
      [0, 1, 2, 2, 3].map((late) => ({ queue: null, state: { createdAt: START + late } })),
    );
    const [a, b, c, d, e] = records.map((record) => record.state.id);
    expect(ids(await allPages(store, {}, 2))).toEqual([e, d, c, b, a]);
    expect(ids(await store.read.history({ from: START + 1, until: START + 3 }, null, 9))).toEqual([d, c, b]);
  });

  test("history is filtered by agent, kind, tier and statuses together", async () => {
    const store = current();
    await withAgents(store, 2);
    const two = numberedId("agent", 2);
    const [, b, c, d] = await proposeAll(store, [
      { state: { createdAt: START } },
      { state: { createdAt: START + 1, agentId: two, kind: "email", tier: "T3" } },
      { state: { createdAt: START + 2, agentId: two, kind: "email", status: "rejected", releasedAt: START } },
      { state: { createdAt: START + 3, agentId: two, tier: "T3" } },
    ]);
    const find = async (filter: ListFilter) => ids(await store.read.history(filter, null, 9));
    expect(await find({ agentId: two })).toEqual([d?.state.id, c?.state.id, b?.state.id]);
    expect(await find({ kind: "email" })).toEqual([c?.state.id, b?.state.id]);
    expect(await find({ tier: "T3" })).toEqual([d?.state.id, b?.state.id]);
    expect(await find({ agentId: two, kind: "email", tier: "T3", statuses: ["pending", "expired"] })).toEqual([b?.state.id]);
    expect(await find({ statuses: ["rejected"] })).toEqual([c?.state.id]);
    expect(await find({ statuses: [] })).toEqual([]);
  });

  test("text is looked for as it stands, in headline, action and id, whatever its case", async () => {
    const store = current();
    await withAgents(store);
    const [percent, plain, slash] = await proposeAll(store, [
      { headline: "Give 50% off_all to Ana", state: { createdAt: START } },
      { headline: "Give 50 percent off all", state: { createdAt: START + 1, actionName: "discount.grant" } },
      { headline: String.raw`Run C:\tools`, state: { createdAt: START + 2 } },
    ]);
    const find = async (text: string) => ids(await store.read.history({ text }, null, 9));
    expect(await find("50%")).toEqual([percent?.state.id]);
    expect(await find("off_all")).toEqual([percent?.state.id]);
    expect(await find("GIVE 50")).toEqual([plain?.state.id, percent?.state.id]);
    expect(await find("DISCOUNT.g")).toEqual([plain?.state.id]);
    expect(await find(String.raw`c:\T`)).toEqual([slash?.state.id]);
    expect(await find(plain?.state.id ?? "")).toEqual([plain?.state.id]);
    expect(await find((plain?.state.id ?? "").slice(4, 24))).toContain(plain?.state.id);
    expect(await find("' or 1=1 --")).toEqual([]);
    expect(await find("x".repeat(100_000))).toEqual([]);
  });

  test("a rare match is found far back, and its page ends there", async () => {
    const store = current();
    await withAgents(store);
    const records = await proposeAll(
      store,
      Array.from({ length: 4_100 }, (_, index) => ({
        queue: null,
        headline: index % 4_000 === 7 ? "Needle" : "Hay",
        state: { createdAt: START + index },
      })),
    );
    const needles = [records[4_007]?.state.id, records[7]?.state.id];
    expect(ids(await store.read.history({ text: "needle" }, null, 9))).toEqual(needles);
    expect(ids(await allPages(store, { text: "needle" }, 1))).toEqual(needles);
    expect(ids(await store.read.history({ text: "needle", from: START + 8 }, null, 9))).toEqual(needles.slice(0, 1));
    expect(await allPages(store, { kind: "payment" }, 1_000)).toHaveLength(4_100);
  });
}
