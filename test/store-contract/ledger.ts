import { expect, test } from "vitest";
import { GENESIS_HASH, readEntry, verifyChain } from "../../lib/domain/ledger";
import type { Store } from "../../db/store/store";
import { aDraft, newId, numberedId, sha256 } from "../builders";
import { wholeLedger } from "./writes";

/** The append-only, hash-chained record. */
export function ledgerContract(current: () => Store): void {
  test("an empty ledger starts at the genesis hash", async () => {
    expect(await current().read.ledgerHead()).toEqual({ seq: 0, hash: GENESIS_HASH });
  });

  test("the chain verifies after any mix of bodies that succeed, fail and change nothing", async () => {
    const store = current();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 300 }, (_, index) =>
        store.transact(function* (tx) {
          if (index % 11 === 3) throw new Error("refused before writing");
          yield* tx.saveSetting("last", String(index));
          if (index % 7 === 3) throw new Error("refused after writing");
          if (index % 5 === 0) return { result: index, unchanged: true };
          const more = index % 2 === 0 ? [aDraft({ type: "more" })] : [];
          return { result: index, events: [aDraft({ body: { index } }), ...more] };
        }),
      ),
    );
    const returned = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? outcome.value.rows : []));
    const stored = await wholeLedger(store);
    expect(stored).toEqual(returned);
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
    const verdict = verifyChain(stored, sha256);
    expect(verdict).toEqual({ ok: true, count: stored.length, head: await store.read.ledgerHead() });
  });

  test("the columns beside an entry say what the entry says", async () => {
    const store = current();
    const subject = newId("proposal");
    const draft = aDraft({
      at: 12,
      type: "proposal.decided",
      subject,
      agentId: numberedId("agent", 3),
      actor: "system",
      body: { a: [1, "é"] },
    });
    const { rows } = await store.transact(function* () {
      return { result: null, events: [draft] };
    });
    const [row] = rows;
    expect(row).toMatchObject({ seq: 1, at: 12, type: "proposal.decided", subject, agentId: draft.agentId });
    expect(readEntry(row?.entry ?? "")).toEqual({
      seq: 1,
      at: 12,
      type: "proposal.decided",
      subject,
      actor: "system",
      agent: draft.agentId,
      body: { a: [1, "é"] },
    });
  });

  test("the ledger is read by subject, by agent, forwards, backwards and by type", async () => {
    const store = current();
    const [a, b] = [newId("proposal"), newId("proposal")];
    const [one, two] = [numberedId("agent", 1), numberedId("agent", 2)];
    await store.transact(function* () {
      return {
        result: null,
        events: [
          aDraft({ type: "x", subject: a, agentId: one }),
          aDraft({ type: "y", subject: b, agentId: two }),
          aDraft({ type: "x", subject: a, agentId: one }),
          aDraft({ type: "y", subject: null, agentId: null }),
          aDraft({ type: "x", subject: b, agentId: one }),
        ],
      };
    });
    const { read } = store;
    const seqs = async (rows: Promise<readonly { seq: number }[]>) => (await rows).map(({ seq }) => seq);
    expect(await seqs(read.ledgerOf(a))).toEqual([1, 3]);
    expect(await seqs(read.ledgerOf(newId("proposal")))).toEqual([]);
    expect(await seqs(read.ledgerAfter(2, 2))).toEqual([3, 4]);
    expect(await seqs(read.ledgerOfAgentAfter(one, 1, 9))).toEqual([3, 5]);
    expect(await seqs(read.ledgerOfAgentAfter(one, 0, 1))).toEqual([1]);
    expect(await seqs(read.ledgerBefore(null, 2, null))).toEqual([5, 4]);
    expect(await seqs(read.ledgerBefore(4, 9, null))).toEqual([3, 2, 1]);
    expect(await seqs(read.ledgerBefore(null, 2, "x"))).toEqual([5, 3]);
    expect(await seqs(read.ledgerBefore(3, 9, "x"))).toEqual([1]);
  });

  test("an entry that cannot be written canonically fails its body and leaves no gap", async () => {
    const store = current();
    const bad = store.transact(function* (tx) {
      yield* tx.saveSetting("half", "written");
      return { result: null, events: [aDraft(), aDraft({ body: { text: "\ud800" } })] };
    });
    await expect(bad).rejects.toThrow();
    expect(await store.read.setting("half")).toBeNull();
    expect((await store.read.ledgerHead()).seq).toBe(0);
  });
}
