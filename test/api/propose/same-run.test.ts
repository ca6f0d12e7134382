import { describe, expect, test } from "vitest";
import type { Proposal, ProposalInput } from "../../../lib/contract/proposal";
import type { ApiUnderTest, TestPerson } from "../api-under-test";
import { DEFAULT_POLICY } from "../../../lib/domain/policy/default-policy";
import { savePolicy } from "../../../lib/services/policy/save-policy";
import { COMMAND_LINE } from "../../context";
import { rule } from "../../policy-builders";
import { DOORS, anApi, proposed } from "../api-under-test";

const FIRST = { target: { system: "shop", resource: "order W1" }, run: { id: "run-1" } };

async function rejected(api: ApiUnderTest, person: TestPerson, { id, version, digest }: Proposal): Promise<void> {
  const json = {
    proposal: id,
    version,
    digest,
    decision: { type: "reject", reason: { code: "other", text: null } },
    act: { type: "hold" },
  };
  for (const [path, body] of [
    ["/people/decide", json],
    ["/people/release", { proposal: id }],
  ] as const) {
    const answer = await api.send(path, { person, json: body });
    if (!answer.ok) throw new Error(await answer.text());
  }
}

const fails = ({ risk }: Proposal): boolean => risk.reasons.some(({ says }) => says === "a check failed: same run");

describe.each(DOORS)("a run that tries again what was rejected, at %s", (door) => {
  test("is told so; another run, another thing, another action and one without a run are not", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const propose = (more: Partial<ProposalInput>) => proposed(api, agent, { ...FIRST, ...more });
    const first = await propose({});
    expect(fails(first)).toBe(false);
    api.ctx.pass(1_000);
    expect(fails(await propose({}))).toBe(false);
    await rejected(api, person, first);
    api.ctx.pass(1_000);
    const elsewhere = [
      await propose({ run: { id: "run-2" } }),
      await propose({ target: { ...FIRST.target, resource: "order W2" } }),
      await propose({ action: { name: "payment.other", arguments: {} } }),
      await proposed(api, agent, { target: FIRST.target }),
      await proposed(api, await api.agent(), FIRST),
    ];
    expect(elsewhere.map(fails)).toEqual(elsewhere.map(() => false));
    expect(fails(await propose({}))).toBe(true);
  });

  test("is told of what policy blocked, too", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const rules = [...DEFAULT_POLICY.rules, rule(`arguments.amount == "9000.00"`, { treatment: "block" })];
    const text = JSON.stringify({ ...DEFAULT_POLICY, rules });
    await savePolicy(api.ctx, COMMAND_LINE, { text, basedOn: 1, note: "a rule", confirmName: "Countersign" });
    const refund = (amount: string) => {
      api.ctx.pass(1_000);
      return proposed(api, agent, { ...FIRST, action: { name: "payment.refund", arguments: { amount, currency: "EUR" } } });
    };
    expect((await refund("9000.00")).status).toBe("blocked");
    expect(fails(await refund("48.00"))).toBe(true);
  });

  test("is known by its arguments where no resource is named, and its tier rises", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const again = () => {
      api.ctx.pass(1_000);
      return proposed(api, agent, { run: { id: "run-1" } });
    };
    const first = await again();
    await rejected(api, person, first);
    const second = await again();
    expect([fails(second), second.risk.tier > first.risk.tier]).toEqual([true, true]);
  });
});
