import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { aDigest, aState, newId, numberedId, sha256 } from "../../../test/builders";
import { failed as failedCheck } from "../card/finish-card";
import { SHORT_PAYLOAD_MAX } from "../card/long-payload";
import { readCard } from "../card/read-card";
import type { JsonObject } from "../json";
import type { Payload } from "../proposal";
import { TIERS, TREATMENTS } from "../words";
import type { BatchDraft, BatchItem } from "./batch";
import { BATCH_LIVES_MS, BATCH_MAX, BATCH_OPENED, batchDigest, drawn, opened, refusalOfBatch, refusalOfDraft } from "./batch";
import { differencesOf } from "./differences";
import { alikePattern } from "./pattern";

function aPayload(args: JsonObject, more: Partial<Payload> = {}): Payload {
  const action = { name: "ticket.tag", arguments: args };
  return { action, target: null, before: null, after: null, title: null, rationale: null, evidence: [], doubt: null, ...more };
}

function patternOf(payload: Payload, more: Partial<Parameters<typeof alikePattern>[0]> = {}, kind: "tool" | "command" = "tool") {
  const history = { earlierToCounterpart: null, lastApprovedArguments: null };
  const card = readCard({ kind, ...payload, history, at: 0 });
  const agentId = numberedId("agent", 1);
  return alikePattern({ agentId, kind, payload, card, tier: "T0", treatment: "review", regulated: false, ...more });
}

describe("what is alike", () => {
  const one = aPayload({ ticket: "101", tag: "billing" });

  it("differs in values and in nothing else", () => {
    expect(patternOf(aPayload({ ticket: "102", tag: "login" }))).toBe(patternOf(one));
  });

  it.each<[string, string]>([
    ["another argument", patternOf(aPayload({ ticket: "102", tag: "login", force: true }))],
    ["another type of value", patternOf(aPayload({ ticket: 102, tag: "login" }))],
    ["another environment", patternOf({ ...one, target: { environment: "staging" } })],
    ["another agent", patternOf(one, { agentId: numberedId("agent", 2) })],
    ["a higher tier", patternOf(one, { tier: "T1" })],
    ["another treatment", patternOf(one, { treatment: "confirm" })],
    ["a regulated action", patternOf(one, { regulated: true })],
    [
      "a failed check",
      patternOf(one, {
        card: { headline: [], fullyReadable: true, checks: [failedCheck("x", "check.nothingWouldChange")] },
      }),
    ],
  ])("is broken by %s", (_what, other) => {
    expect(other).not.toBe(patternOf(one));
  });

  it("reads long texts and programs word by word, up to figures and quoted words", () => {
    const long = (order: string, end: string) =>
      aPayload({ body: `Your order ${order} ships tomorrow, with our thanks for ${end}` });
    expect(patternOf(long("4711", "waiting"))).toBe(patternOf(long("4712", "waiting")));
    expect(patternOf(long("4711", "waiting"))).not.toBe(patternOf(long("4711", "nothing")));
    const run = (command: string) => patternOf(aPayload({ command }), {}, "command");
    expect(run("kubectl rollout restart deployment/web-1")).toBe(run("kubectl rollout restart deployment/web-2"));
    expect(run("kubectl rollout restart deployment/web-1")).not.toBe(run("kubectl delete deployment/web-1"));
  });
});

describe("the table of differences", () => {
  it("holds every field that is not the same for all, and no other", () => {
    const texts = (cells: ReturnType<typeof differencesOf>) =>
      cells.rows.map((row) => row.map((spans) => spans.map((span) => ("text" in span ? span.text : "")).join("")));
    const found = differencesOf([
      aPayload({ id: "1", tag: "a" }, { before: { level: 1, city: "Rome" }, after: { level: 9, city: "Rome" } }),
      aPayload({ id: "2", tag: "a" }, { before: { level: 2, city: "Bonn" }, after: { level: 9, city: "Bonn" } }),
    ]);
    expect(found.columns).toEqual(["id", "level now"]);
    expect(texts(found)).toEqual([
      ["1", "1"],
      ["2", "2"],
    ]);
  });

  it("loses no difference, whatever the arguments", () => {
    const flat = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.oneof(fc.integer(), fc.string(), fc.boolean()));
    fc.assert(
      fc.property(fc.array(flat, { minLength: 2, maxLength: 5 }), (all) => {
        const { columns } = differencesOf(all.map((args) => aPayload({ ...args })));
        const keys = ["a", "b", "c", "d"].filter((key) => new Set(all.map((args) => JSON.stringify(args[key]))).size > 1);
        expect(columns).toHaveLength(keys.length);
      }),
    );
  });
});

function anItem(more: Partial<BatchItem["state"]> = {}, rest: Partial<BatchItem> = {}): BatchItem {
  return {
    state: { ...aState({ tier: "T1" }), ...more },
    headline: "Tag ticket",
    alike: "template",
    card: { checks: [], fullyReadable: true, diff: null },
    payload: aPayload({}),
    ...rest,
  };
}

/** A change of which the card shows some lines and folds others, `unlike` of them unlike the rest. */
function folding(unlike: number): BatchItem["card"]["diff"] {
  return { type: "text", subject: "s", words: { subject: { text: "s" } }, lines: [], more: { count: 2, unlike } };
}

describe("a batch", () => {
  it("of two to ten alike, low, one-key items may be approved", () => {
    for (const count of [2, BATCH_MAX]) expect(refusalOfBatch(Array.from({ length: count }, () => anItem()))).toBeNull();
  });

  it("never holds anything else: property over every tier, treatment and state", () => {
    const item = fc.record({
      tier: fc.constantFrom(...TIERS),
      treatment: fc.constantFrom(...TREATMENTS),
      regulated: fc.boolean(),
      status: fc.constantFrom("pending" as const, "held" as const, "approved" as const),
      alike: fc.constantFrom("template", "other", ""),
      failed: fc.boolean(),
      fullyReadable: fc.boolean(),
      unlike: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (given) => {
        const items = given.map(({ alike, failed, fullyReadable, unlike, ...state }) => {
          const checks = failed ? [failedCheck("x", "check.nothingWouldChange")] : [];
          return anItem(state, { alike, card: { checks, fullyReadable, diff: folding(unlike) } });
        });
        if (refusalOfBatch(items) !== null) return;
        expect(items.length).toBeGreaterThanOrEqual(2);
        expect(items.length).toBeLessThanOrEqual(BATCH_MAX);
        expect(new Set(items.map(({ alike }) => alike))).toEqual(new Set([given[0]?.alike]));
        for (const one of given) {
          expect(["T0", "T1"]).toContain(one.tier);
          expect(one).toMatchObject({
            treatment: "review",
            regulated: false,
            status: "pending",
            failed: false,
            fullyReadable: true,
            unlike: 0,
          });
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("holds nothing long: what is read to its end is read on its card", () => {
    const long = anItem({}, { payload: aPayload({ text: "x".repeat(SHORT_PAYLOAD_MAX) }) });
    expect(refusalOfBatch([anItem(), long])?.detail).toMatch(/has more to read first/u);
  });

  it("holds nothing that folds what is unlike the rest: that is opened on its card", () => {
    const folds = (unlike: number) => anItem({}, { card: { checks: [], fullyReadable: true, diff: folding(unlike) } });
    expect(refusalOfBatch([anItem(), folds(0)])).toBeNull();
    expect(refusalOfBatch([anItem(), folds(1)])?.detail).toMatch(/has more to read first/u);
  });

  it("names the item that does not belong", () => {
    const odd = anItem({ tier: "T2" });
    expect(refusalOfBatch([anItem(), odd])).toMatchObject({ code: "batch_refused", context: { proposal: odd.state.id } });
  });

  it("never holds two about the same thing: the second may repeat or undo the first", () => {
    const about = (resource: string, system = "airline") =>
      anItem({}, { payload: aPayload({}, { target: { system, resource } }) });
    const again = about("reservation A");
    expect(refusalOfBatch([about("reservation A"), again])).toMatchObject({
      code: "batch_refused",
      context: { proposal: again.state.id },
    });
    expect(refusalOfBatch([about("reservation A"), about("reservation B"), about("reservation A", "hotel")])).toBeNull();
  });

  it("that differs in too many fields is refused", () => {
    const wide = (seed: number) =>
      anItem({}, { payload: aPayload(Object.fromEntries(Array.from({ length: 7 }, (_, key) => [`f${String(key)}`, seed]))) });
    expect(refusalOfBatch([wide(1), wide(2)])?.code).toBe("batch_refused");
  });

  it("is bound whole: its digest changes with any item, version or digest, and not with their order", () => {
    const items = [1, 2, 3].map((seed) => ({ id: newId("proposal"), version: seed, digest: aDigest(seed) }));
    const [first, ...rest] = items;
    const bound = batchDigest(items, sha256);
    expect(batchDigest(items.toReversed(), sha256)).toBe(bound);
    expect(batchDigest(rest, sha256)).not.toBe(bound);
    if (first === undefined) throw new Error("there are three");
    for (const change of [{ version: 9 }, { digest: aDigest("other") }, { id: newId("proposal") }]) {
      expect(batchDigest([{ ...first, ...change }, ...rest], sha256)).not.toBe(bound);
    }
  });

  it("draws two different items, each as likely as the next", () => {
    const ids = Array.from({ length: 5 }, () => newId("proposal"));
    const seen = new Set<string>();
    for (let first = 0; first < 5; first += 1) {
      for (let second = 0; second < 4; second += 1) {
        const picks = [first, second];
        const two = drawn(ids, () => picks.shift() ?? 0);
        expect(new Set(two).size).toBe(BATCH_OPENED);
        seen.add(two.join());
      }
    }
    expect(seen.size).toBe(20);
  });

  it("can be approved by its digest, after both were opened as they were drawn, for ten minutes", () => {
    const items = [1, 2, 3].map((seed) => ({ id: newId("proposal"), version: 1, digest: aDigest(seed) }));
    const [one, two] = items.map(({ id }) => id);
    if (one === undefined || two === undefined) throw new Error("there are three");
    const draft: BatchDraft = { id: "bat_1", items, drawn: [one, two], opened: [], at: 0 };
    const sent = { batch: "bat_1", digest: batchDigest(items, sha256) };
    const codeOf = (now: BatchDraft | null, given = sent, at = 1) => refusalOfDraft(now, given, sha256, at)?.code ?? "accepted";
    expect(codeOf(draft)).toBe("too_soon");
    const half = opened(opened(draft, one, 1), two, 2);
    expect(codeOf(half)).toBe("too_soon");
    expect(opened(half, items[2]?.id ?? one, 1)).toBe(half);
    const full = opened(half, two, 1);
    expect(codeOf(full)).toBe("accepted");
    expect(codeOf(full, { ...sent, digest: aDigest("other") })).toBe("stale");
    expect(codeOf(full, { ...sent, batch: "bat_2" })).toBe("batch_refused");
    expect(codeOf(full, sent, BATCH_LIVES_MS)).toBe("batch_refused");
    expect(codeOf(null)).toBe("batch_refused");
  });
});
