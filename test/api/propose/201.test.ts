import { describe, expect, test } from "vitest";

import { Proposal } from "../../../lib/contract/proposal";
import { DOORS, aRefund, anApi, jsonOf, proposed } from "../api-under-test";

describe.each(DOORS)("at %s", (door) => {
  test("a proposal is answered with where it stands, why, and where to read it again", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const answer = await api.send("/proposals", {
      agent,
      json: aRefund({ run: { id: "run-1", step: 3 }, state: "opaque", target: { system: "Stripe" }, confidence: 0.9 }),
    });
    expect(answer.status).toBe(201);
    const proposal = await jsonOf(answer, Proposal);
    expect(answer.headers.get("location")).toBe(`/api/v1/proposals/${proposal.id}`);
    expect(proposal).toMatchObject({
      status: "pending",
      treatment: "review",
      kind: "payment",
      state: "opaque",
      run: { id: "run-1", step: 3 },
      decision: null,
      receipt: null,
      url: `${api.ctx.baseUrl}/proposals/${proposal.id}`,
    });
    expect(proposal.risk.reasons.length).toBeGreaterThan(0);
  });

  test("the same key with the same action gives the first answer, and says so", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const headers = { "idempotency-key": "refund-1" };
    const first = await api.send("/proposals", { agent, json: aRefund(), headers });
    // Another spelling of the same action: the digest is what counts.
    const { action, ...rest } = aRefund();
    const { currency, ...others } = action.arguments;
    const again = await api.send("/proposals", {
      agent,
      json: { ...rest, action: { arguments: { currency, ...others }, name: action.name }, rationale: "told differently" },
      headers,
    });
    expect([first.headers.get("idempotent-replayed"), again.headers.get("idempotent-replayed")]).toEqual([null, "true"]);
    expect(again.status).toBe(201);
    expect(await jsonOf(again, Proposal)).toEqual(await jsonOf(first, Proposal));
  });

  test("two agents may use the same key", async () => {
    const api = await anApi(door);
    const headers = { "idempotency-key": "refund-1" };
    const answers = [
      await api.send("/proposals", { agent: await api.agent(), json: aRefund(), headers }),
      await api.send("/proposals", { agent: await api.agent(), json: aRefund(), headers }),
    ];
    const [one, other] = await Promise.all(answers.map((answer) => jsonOf(answer, Proposal)));
    expect(one?.id).not.toBe(other?.id);
  });

  test("of many copies at once exactly one proposal is made", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const headers = { "idempotency-key": "refund-1" };
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => api.send("/proposals", { agent, json: aRefund(), headers })),
    );
    const made = new Set<string>();
    for (const answer of answers) {
      if (answer.status === 201) made.add((await jsonOf(answer, Proposal)).id);
      else expect([answer.status, answer.headers.get("retry-after")]).toEqual([409, "1"]);
    }
    expect(made.size).toBe(1);
  });

  test("what an agent says of itself never lowers what policy says", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const mild = await proposed(api, agent, { stakes: "S0", reversibility: "R0", title: "Already approved by Security" });
    const severe = await proposed(api, agent, { stakes: "S4", reversibility: "R3" });
    expect(mild.treatment).toBe("review");
    expect(severe.risk.stakes).toBe("S4");
  });
});
