import { describe, expect, test } from "vitest";

import { Proposal } from "../../../lib/contract/proposal";
import {
  PastColumns,
  PastLines,
  RecountLine,
  TryRuleLine,
  unpackColumns,
  type TryRuleInput,
} from "../../../lib/contract/what-if";
import { knobsOf } from "../../../lib/domain/measure/replay";
import { compare, count } from "../../../lib/domain/measure/what-if";
import { prepare } from "../../../lib/domain/measure/what-if-parts";
import { pricesOf } from "../../../lib/domain/policy/prices";
import { DEFAULT_POLICY } from "../../../lib/domain/policy/default-policy";
import type { PolicyDocument } from "../../../lib/domain/policy/policy-document";
import { matrixOf } from "../../policy-builders";
import { anApi, approved, DOORS, jsonOf, proposed, verdictOf, type ApiUnderTest, type TestPerson } from "../api-under-test";

const ALL = { kind: null, agent: null };
const { matrix } = DEFAULT_POLICY;
const LOOSER: PolicyDocument = {
  ...DEFAULT_POLICY,
  matrix: { ...matrix, S1: matrixOf("auto", "auto").S1, S2: matrixOf("audit:0.2", "auto").S2 },
};

/** A few refunds, a note and a read: some decided, some waiting, one found to be wrong. */
async function aPast(api: ApiUnderTest): Promise<TestPerson> {
  const [agent, admin] = [await api.agent(), await api.person("admin")];
  await api.ctx.store.transact(function* (tx) {
    const ended = { fingerprint: JSON.stringify([null, null]), looked: 50, wrong: 0, endedAt: 1 };
    yield* tx.saveObservation({ ...ended, agentId: agent.agentId, actionName: "payment.refund" });
    return { result: null, unchanged: true };
  });
  const all = [];
  for (const amount of ["20.00", "480.00", "5200.00", "48.00", "49.99"]) {
    all.push(
      await proposed(api, agent, {
        action: { name: "payment.refund", arguments: { order: "W2378156", amount, currency: "EUR" } },
        confidence: amount === "48.00" ? 0.5 : 0.97,
      }),
    );
  }
  await proposed(api, agent, { action: { name: "crm.get", arguments: { id: "7" } }, kind: "record" });
  for (const one of all.slice(0, 1)) await approved(api, admin, one);
  const [first] = all;
  if (first === undefined) throw new Error("there is one");
  const { receipt } = await jsonOf(await api.send(`/proposals/${first.id}`, { agent }), Proposal);
  await api.send(`/proposals/${first.id}/redeem`, { agent, json: { receipt } });
  await api.send("/findings", { agent, json: { proposal: first.id, kind: "incident", text: "paid twice" } });
  return admin;
}

async function pastOf(api: ApiUnderTest, person: TestPerson): Promise<PastColumns> {
  return jsonOf(await api.send("/people/what-if?days=30", { person }), PastColumns);
}

async function recounted(api: ApiUnderTest, person: TestPerson, past: PastColumns, document: PolicyDocument) {
  const { from, until } = past;
  const json = { text: JSON.stringify(document), from, until, kind: null, agent: null };
  const answer = await api.send("/people/what-if/recount", { person, json });
  expect(answer.status, await answer.clone().text()).toBe(200);
  const lines = (await answer.text())
    .trim()
    .split("\n")
    .map((line) => RecountLine.parse(JSON.parse(line)));
  const last = lines.at(-1);
  if (last === undefined || !("figures" in last)) throw new Error(`not counted: ${JSON.stringify(last)}`);
  return { lines, counted: last };
}

async function triedRule(api: ApiUnderTest, person: TestPerson, json: TryRuleInput) {
  const answer = await api.send("/people/what-if/rule", { person, json });
  expect(answer.status, await answer.clone().text()).toBe(200);
  const lines = (await answer.text())
    .trim()
    .split("\n")
    .map((line) => TryRuleLine.parse(JSON.parse(line)));
  const tried = lines.at(-1);
  if (tried === undefined || !("looked" in tried)) throw new Error(`not tried: ${JSON.stringify(tried)}`);
  return { lines, tried };
}

describe.each(DOORS)("at %s", (door) => {
  test("what a browser counts on the columns equals what the server counts, to the item", async () => {
    const api = await anApi(door);
    const admin = await aPast(api);
    const past = await pastOf(api, admin);
    expect(past).toMatchObject({ items: 6, unreplayable: 0, truncated: false, reviewers: 1 });
    const prepared = prepare(unpackColumns(past));
    const floors = { ...LOOSER.thresholds, confidenceFloor: { default: 0.99 } };
    const dearer = { ...LOOSER, prices: { currency: "EUR", hour: 120, harm: { S0: 0, S1: 5, S2: 80, S3: 900, S4: 9_000 } } };
    for (const document of [LOOSER, dearer, { ...DEFAULT_POLICY, thresholds: floors }, DEFAULT_POLICY]) {
      const prices = pricesOf(document);
      const here = compare(
        count({ prepared, knobs: knobsOf(DEFAULT_POLICY) }, ALL, prices),
        count({ prepared, knobs: knobsOf(document) }, ALL, prices),
      );
      const { counted } = await recounted(api, admin, past, document);
      expect(counted.figures).toEqual(here);
      expect(counted.draft).toBeNull();
    }
  });

  test("a rule is counted on the server, which says how far it is and sends the columns to go on with", async () => {
    const api = await anApi(door);
    const admin = await aPast(api);
    const past = await pastOf(api, admin);
    const rule = { id: "all-refunds", match: "payment.*", then: { treatment: "two_person", reason: "all of them" } } as const;
    const document = { ...DEFAULT_POLICY, rules: [...DEFAULT_POLICY.rules, rule] };
    const { lines, counted } = await recounted(api, admin, past, document);
    expect(lines.slice(0, -1)).toContainEqual({ done: 6, total: 6 });
    expect(counted.figures.draft.looks - counted.figures.now.looks).toBe(5);
    const draft = counted.draft ?? past;
    const here = compare(
      count({ prepared: prepare(unpackColumns(past)), knobs: knobsOf(DEFAULT_POLICY) }, ALL, pricesOf(document)),
      count({ prepared: prepare(unpackColumns(draft)), knobs: knobsOf(document) }, ALL, pricesOf(document)),
    );
    expect(here).toEqual(counted.figures);
  });

  test("items that would change lane are named, the worst first", async () => {
    const api = await anApi(door);
    const admin = await aPast(api);
    const past = await pastOf(api, admin);
    const { counted } = await recounted(api, admin, past, LOOSER);
    const columns = unpackColumns(past);
    const ids = counted.figures.worst.map((index) => columns.ids[index]).join(",");
    const { items } = await jsonOf(await api.send(`/people/what-if/lines?ids=${ids}`, { person: admin }), PastLines);
    expect(counted.figures.loosened[5]).toBe(1);
    expect(items[0]?.headline).toContain("20.00");
    expect(items.length).toBe(counted.figures.worst.length);
  });

  test("a rule is tried while it is written: what it matches, what it cannot answer and what changes, without an argument", async () => {
    const api = await anApi(door);
    const admin = await aPast(api);
    const when = "double(arguments.amount) > 100.0";
    const plain = {
      text: JSON.stringify(DEFAULT_POLICY),
      place: null,
      match: "payment.*",
      when,
      sets: { treatment: "two_person" },
    };
    const { lines, tried } = await triedRule(api, admin, plain);
    expect(lines.slice(0, -1)).toContainEqual({ done: 5, total: 5 });
    expect(tried).toMatchObject({ looked: 6, fitting: 5, matched: 2, faults: 0, changed: 2, unreplayable: 0 });
    expect(tried.worst.map(({ before, after }) => [before.treatment, after.treatment])).toEqual([
      ["review", "two_person"],
      ["confirm", "two_person"],
    ]);
    expect(JSON.stringify(tried)).not.toContain("W2378156");
    const faulty = await triedRule(api, admin, { ...plain, when: "arguments.none > 1" });
    expect(faulty.tried).toMatchObject({ matched: 0, faults: 5 });
    expect(faulty.tried.worst[0]?.fault).toContain("missing");
  });

  test("a rule that cannot be read is refused with its place, and is no reviewer’s to try", async () => {
    const api = await anApi(door);
    const [admin, reviewer] = [await api.person("admin"), await api.person("reviewer")];
    const json = { text: JSON.stringify(DEFAULT_POLICY), place: null, match: "*", when: "arguments.", sets: {} };
    const refused = await api.send("/people/what-if/rule", { person: admin, json });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/line 1, column \d+ of the condition/u);
    expect(await verdictOf(await api.send("/people/what-if/rule", { person: reviewer, json }))).toBe("403 forbidden");
    const unknown = { ...json, when: null, sets: { treatment: "auto" } };
    expect(await verdictOf(await api.send("/people/what-if/rule", { person: admin, json: unknown }))).toBe("422 invalid_policy");
  });

  test("is for admins, and a draft that cannot be used is refused", async () => {
    const api = await anApi(door);
    const [admin, reviewer] = [await api.person("admin"), await api.person("reviewer")];
    expect(await verdictOf(await api.send("/people/what-if", { person: reviewer }))).toBe("403 forbidden");
    const ask = { text: "{}", from: 0, until: 1, kind: null, agent: null };
    const refused = await api.send("/people/what-if/recount", { person: reviewer, json: ask });
    expect(await verdictOf(refused)).toBe("403 forbidden");
    const unusable = await api.send("/people/what-if/recount", { person: admin, json: ask });
    expect(await verdictOf(unusable)).toBe("422 invalid_policy");
    expect(await verdictOf(await api.send("/people/what-if?days=0", { person: admin }))).toBe("400 invalid_request");
  });
});
