import { describe, expect, test } from "vitest";

import { CardDetail, DecideResult, ProposalDetail } from "../../../lib/contract/people";
import type { Proposal } from "../../../lib/contract/proposal";
import { DEFAULT_POLICY } from "../../../lib/domain/policy/default-policy";
import { changeRole } from "../../../lib/services/people/change-role";
import { savePolicy } from "../../../lib/services/policy/save-policy";
import { COMMAND_LINE } from "../../context";
import type { ApiUnderTest, TestPerson } from "../api-under-test";
import { DOORS, anApi, jsonOf, problemOf, proposed, verdictOf } from "../api-under-test";

const OTHER = { code: "other", text: "the order was cancelled" };
const SCHEMA = {
  type: "object",
  properties: {
    order: { type: "string" },
    amount: { type: "string", pattern: "^[0-9]+\\.[0-9]{2}$" },
    currency: { enum: ["EUR"] },
  },
  required: ["order", "amount", "currency"],
  additionalProperties: false,
};

/** Texts that say nothing to whoever reads them later. */
const NOTHING_WRITTEN = [
  "",
  " ",
  " \t\n ",
  "\u00a0\u2003",
  "\u200b",
  "\u2060\ufeff",
  "\u202e\u2066",
  "\u3164",
  "\u2800",
  "\u{e0041}\u{e0042}",
  " \u200d \u00ad ",
];

async function decide(api: ApiUnderTest, person: TestPerson, on: Proposal, more: object): Promise<Response> {
  const { id, version, digest } = on;
  const json = { proposal: id, version, digest, decision: { type: "approve" }, act: { type: "key" }, ...more };
  return api.send("/people/decide", { person, json });
}

/** A policy under which refunds above 100 take two people. */
async function largeTakesTwo(api: ApiUnderTest): Promise<void> {
  const rule = {
    id: "large",
    match: "payment.refund",
    when: "double(arguments.amount) > 100.0",
    then: { treatment: "two_person", reason: "large" },
  };
  const text = JSON.stringify({ ...DEFAULT_POLICY, rules: [rule] });
  await savePolicy(api.ctx, COMMAND_LINE, { text, basedOn: 1, note: "a rule", confirmName: "Workspace" });
}

/** A policy under which refunds are confirmed, by holding. */
async function refundsAreConfirmed(api: ApiUnderTest): Promise<void> {
  const rule = { id: "held", match: "payment.refund", then: { treatment: "confirm", reason: "held" } };
  const text = JSON.stringify({ ...DEFAULT_POLICY, rules: [rule] });
  await savePolicy(api.ctx, COMMAND_LINE, { text, basedOn: 1, note: "a rule", confirmName: "Workspace" });
}

async function undecided(api: ApiUnderTest, { id }: Proposal, person: TestPerson): Promise<void> {
  const { timeline, versions } = await jsonOf(await api.send(`/people/proposals/${id}`, { person }), ProposalDetail);
  expect(timeline.map(({ type }) => type)).toEqual(["proposal.proposed"]);
  expect(versions).toHaveLength(1);
}

describe.each(DOORS)("at %s", (door) => {
  test("a decision that does not fit decides nothing, and says where", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const on = await proposed(api, agent);
    const misfits: readonly (readonly [more: object, verdict: string])[] = [
      [{ version: 0 }, "400 invalid_request"],
      [{ version: "1" }, "400 invalid_request"],
      [{ version: 1.5 }, "400 invalid_request"],
      [{ version: on.version + 1 }, "409 stale"],
      [{ digest: undefined }, "400 invalid_request"],
      [{ digest: "" }, "409 stale"],
      [{ digest: on.digest.replace("sha256:", "") }, "409 stale"],
      [{ digest: on.digest.replace("sha256:", "SHA256:") }, "409 stale"],
      [{ digest: `${on.digest} ` }, "409 stale"],
      [{ digest: `sha256:${"0".repeat(64)}` }, "409 stale"],
      [{ proposal: `${on.id}x` }, "404 not_found"],
      [{ proposal: on.id.toUpperCase() }, "404 not_found"],
      [{ decision: { type: "approved" } }, "400 invalid_request"],
      [{ decision: { type: "approve", arguments: {} } }, "400 invalid_request"],
      [{ decision: { type: "reject", reason: { code: "Other", text: null } } }, "400 invalid_request"],
      [{ decision: { type: "reject", reason: { code: "other", text: "x".repeat(2001) } } }, "400 invalid_request"],
      [{ decision: { type: "answer", answer: "" } }, "400 invalid_request"],
      [{ act: { type: "none" } }, "400 invalid_request"],
      [{ by: person.actor.personId }, "400 invalid_request"],
      [{ dwellMs: 60_000 }, "400 invalid_request"],
    ];
    for (const [more, verdict] of misfits) {
      expect(await verdictOf(await decide(api, person, on, more)), JSON.stringify(more)).toBe(verdict);
    }
    await undecided(api, on, person);
  });

  test("a reason, an answer or a comment of spaces or hidden characters is none", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const on = await proposed(api, agent, { decisions: ["approve", "edit", "reject", "answer"] });
    for (const text of NOTHING_WRITTEN) {
      const reason = { code: "other", text };
      const said = [
        await decide(api, person, on, { decision: { type: "reject", reason } }),
        await decide(api, person, on, { decision: { type: "edit", arguments: {}, reason } }),
        await decide(api, person, on, { decision: { type: "answer", answer: text } }),
        await api.send("/people/reason", { person, json: { proposal: on.id, reason } }),
        await api.send("/people/comments", { person, json: { proposal: on.id, text } }),
      ];
      expect(await Promise.all(said.map(verdictOf)), JSON.stringify(text)).toEqual(Array(5).fill("400 invalid_request"));
    }
    await undecided(api, on, person);
    const { code } = await problemOf(
      await decide(api, person, on, { decision: { type: "reject", reason: { ...OTHER, text: " " } } }),
    );
    expect(code).toBe("invalid_request");
    expect(await verdictOf(await decide(api, person, on, { decision: { type: "reject", reason: OTHER } }))).toBe("200 ok");
  });

  test("an edit that would not fit the agent's schema makes no version, and names the field", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const on = await proposed(api, agent, { argumentsSchema: SCHEMA });
    const edits: readonly (readonly [edited: object, path: string])[] = [
      [{ order: "W1", amount: "1e3", currency: "EUR" }, "/amount"],
      [{ order: "W1", amount: 48, currency: "EUR" }, "/amount"],
      [{ order: "W1", amount: "48.00", currency: "USD" }, "/currency"],
    ];
    for (const [edited, path] of edits) {
      const answer = await decide(api, person, on, { decision: { type: "edit", arguments: edited, reason: OTHER } });
      const { code, issues } = await problemOf(answer);
      expect([code, JSON.stringify(issues)]).toEqual(["invalid_arguments", expect.stringContaining(path)]);
    }
    const more = { order: "W1", amount: "48.00", currency: "EUR", memo: "x" };
    const answer = await decide(api, person, on, { decision: { type: "edit", arguments: more, reason: OTHER } });
    expect(await verdictOf(answer)).toBe("422 invalid_arguments");
    const same = on.action.arguments;
    const unchanged = await decide(api, person, on, { decision: { type: "edit", arguments: same, reason: OTHER } });
    expect(await verdictOf(unchanged)).toBe("409 decision_not_allowed");
    await undecided(api, on, person);
  });

  test("an edit that makes it riskier takes what the riskier action takes, and what was shown before is stale", async () => {
    const api = await anApi(door);
    await largeTakesTwo(api);
    const [agent, one, two] = [await api.agent(), await api.person("reviewer"), await api.person("reviewer")];
    const on = await proposed(api, agent);
    expect(on.treatment).toBe("review");
    const edit = (amount: string) => ({ type: "edit", arguments: { ...on.action.arguments, amount }, reason: OTHER });
    expect(await verdictOf(await decide(api, one, on, { decision: edit("4800.00") }))).toBe("428 act_required");
    await api.send("/people/lease", { person: one, json: { proposal: on.id, version: on.version } });
    api.ctx.pass(10_000);
    const signed = await decide(api, one, on, { decision: edit("4800.00"), act: { type: "alternative" } });
    expect(await jsonOf(signed, DecideResult)).toMatchObject({
      outcome: "signed",
      row: { treatment: "two_person", status: "pending" },
    });
    // The second signer saw the cheaper one.
    expect(await verdictOf(await decide(api, two, on, {}))).toBe("409 stale");
    expect(await verdictOf(await decide(api, two, on, { decision: edit("10.00") }))).toBe("409 stale");
    const now = await jsonOf(await api.send(`/people/cards/${on.id}`, { person: two }), CardDetail);
    const own = { ...on, version: now.row.version, digest: now.digest };
    expect(await verdictOf(await decide(api, one, own, { act: { type: "alternative" } }))).not.toBe("200 ok");
  });

  test("what is confirmed is signed no sooner than a second after it was opened, by the server's own clock", async () => {
    const api = await anApi(door);
    await refundsAreConfirmed(api);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const on = await proposed(api, agent);
    expect(on.treatment).toBe("confirm");
    const hold = { act: { type: "hold" } };
    expect(await verdictOf(await decide(api, person, on, hold))).toBe("428 too_soon");
    await api.send("/people/lease", { person, json: { proposal: on.id, version: on.version } });
    api.ctx.pass(999);
    expect(await verdictOf(await decide(api, person, on, hold))).toBe("428 too_soon");
    await undecided(api, on, person);
    api.ctx.pass(1);
    expect(await verdictOf(await decide(api, person, on, { act: { type: "key" } }))).toBe("428 act_required");
    expect(await verdictOf(await decide(api, person, on, hold))).toBe("200 ok");
  });

  test("a wrong pick is a slip on what is to be signed; on what is stale, or by who may not sign, it leaves nothing behind", async () => {
    const api = await anApi(door);
    await largeTakesTwo(api);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const large = { name: "payment.refund", arguments: { order: "W1", amount: "4800.00", currency: "EUR" } };
    const on = await proposed(api, agent, { action: large });
    expect(on.treatment).toBe("two_person");
    await api.send("/people/lease", { person, json: { proposal: on.id, version: on.version } });
    api.ctx.pass(10_000);
    const act = { type: "match", value: "nothing on the card" };
    for (const more of [{ version: 2 }, { digest: `sha256:${"0".repeat(64)}` }, { decision: { type: "answer", answer: "no" } }]) {
      expect(await verdictOf(await decide(api, person, on, { act, ...more })), JSON.stringify(more)).toMatch(
        /^409 (stale|decision_not)/,
      );
    }
    expect(await verdictOf(await decide(api, await api.person("auditor"), on, { act }))).toBe("403 forbidden");
    await undecided(api, on, person);
    expect(await verdictOf(await decide(api, person, on, { act }))).toBe("409 wrong_match");
    const { timeline } = await jsonOf(await api.send(`/people/proposals/${on.id}`, { person }), ProposalDetail);
    expect(timeline.map(({ type }) => type)).toContain("review.slip_caught");
  });

  test("who stopped being a reviewer decides nothing from the next call on, in a session that goes on", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const on = await proposed(api, agent);
    await changeRole(api.ctx, COMMAND_LINE, { personId: person.actor.personId, role: "auditor" });
    expect(await verdictOf(await decide(api, person, on, {}))).toMatch(/^40[13] /);
    const auditor = await api.person("auditor");
    await undecided(api, on, auditor);
  });
});
