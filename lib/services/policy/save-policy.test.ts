import { describe, expect, it } from "vitest";

import type { TestContext } from "../../../test/context";
import { aContext, aPerson, codeOf, ledgerTypes } from "../../../test/context";
import { DEFAULT_POLICY } from "../../domain/policy/default-policy";
import type { PolicyDocument } from "../../domain/policy/policy-document";
import type { PersonActor } from "../actor";
import { isAppError } from "../app-error";
import { changeRole } from "../people/change-role";
import { approvePolicyChange, dropPolicyChange } from "./agree-to-change";
import { getPolicy, listPolicies, readWaitingChange } from "./read-policies";
import { revertPolicy } from "./revert-policy";
import type { SaveOutcome } from "./save-policy";
import { savePolicy } from "./save-policy";
import { setSecondAdminRule } from "./second-admin";

type Cell = PolicyDocument["matrix"]["S1"]["R0"];

const withCell = (cell: Partial<Cell>): string => {
  const { matrix } = DEFAULT_POLICY;
  return JSON.stringify({ ...DEFAULT_POLICY, matrix: { ...matrix, S2: { ...matrix.S2, R1: { ...matrix.S2.R1, ...cell } } } });
};
const STRICTER = withCell({ start: "two_person" });
const LOOSER = withCell({ start: "auto", loosest: "auto" });

interface Setting {
  readonly ctx: TestContext;
  readonly ada: PersonActor;
  readonly save: (text: string, more?: { basedOn?: number; confirmName?: string; by?: PersonActor }) => Promise<SaveOutcome>;
}

async function oneAdmin(): Promise<Setting> {
  const ctx = await aContext();
  const ada = await aPerson(ctx, "admin", "Ada");
  return {
    ctx,
    ada,
    save: (text, { by = ada, basedOn = 1, ...more } = {}) => savePolicy(ctx, by, { text, basedOn, note: "a try", ...more }),
  };
}

async function twoAdmins(): Promise<Setting & { readonly grace: PersonActor }> {
  const setting = await oneAdmin();
  return { ...setting, grace: await aPerson(setting.ctx, "admin", "Grace") };
}

async function waiting({ ctx, save, ada }: Setting): Promise<string> {
  const outcome = await save(LOOSER);
  const shown = await readWaitingChange(ctx, ada);
  expect(outcome).toMatchObject({ outcome: "waiting", digest: shown?.proposed.digest });
  return shown?.proposed.digest ?? "";
}

describe("saving a policy", () => {
  it("that is stricter takes effect at once, as a new version", async () => {
    const { ctx, save } = await twoAdmins();
    const told: number[] = [];
    ctx.hub.onAny((message) => message.type === "policy" && told.push(message.version));
    expect(await save(STRICTER)).toEqual({ outcome: "saved", version: 2 });
    expect(ctx.live.policy?.version).toBe(2);
    expect(ctx.live.policy?.document.matrix.S2.R1.start).toBe("two_person");
    expect(told).toEqual([2]);
    expect(await ledgerTypes(ctx)).toEqual(["policy.saved"]);
  });

  it("keeps the text as it was written", async () => {
    const { ctx, save, ada } = await oneAdmin();
    const text = `${STRICTER.slice(0, -1)} }\n\n`;
    await save(text);
    expect((await getPolicy(ctx, ada, null)).text).toBe(text);
  });

  it("based on an older version is a conflict that names the newer one and what it changed, and changes nothing", async () => {
    const { ctx, save } = await oneAdmin();
    await save(STRICTER);
    const again = save(withCell({ start: "confirm" }), { basedOn: 1, confirmName: "Countersign" });
    const refused: unknown = await again.then(
      () => null,
      (error: unknown) => error,
    );
    const says = "Moderate × restorable: one look → two people";
    expect(refused).toMatchObject({ code: "policy_conflict", context: { version: 2 }, issues: [{ path: "changed", says }] });
    const detail = isAppError(refused) ? refused.detail : "";
    expect(detail).toContain(`version 2 was saved meanwhile and changed this: ${says}. Save yours as a draft`);
    expect(ctx.live.policy?.version).toBe(2);
  });

  it("based on a version that never was is a conflict too", async () => {
    const { save } = await oneAdmin();
    expect(await codeOf(save(STRICTER, { basedOn: 9 }))).toBe("policy_conflict");
  });

  it("by two admins at once succeeds for exactly one", async () => {
    const { ctx, save, grace } = await twoAdmins();
    const outcomes = await Promise.allSettled([save(STRICTER), save(STRICTER, { by: grace })]);
    const refused = outcomes.flatMap((outcome): readonly unknown[] => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused).toEqual([expect.objectContaining({ code: "policy_conflict", issues: [expect.anything()] })]);
    expect(await listPolicies(ctx, grace)).toHaveLength(2);
  });

  it("that says the same is no new version", async () => {
    const { save } = await oneAdmin();
    expect(await save(JSON.stringify(DEFAULT_POLICY))).toEqual({ outcome: "unchanged", version: 1 });
  });

  it("that cannot be used is refused with line and column", async () => {
    const { ctx, save } = await oneAdmin();
    const issues = await save('{\n  "format": 2\n}').then(
      () => [],
      (error: unknown) => (isAppError(error) ? error.issues : []),
    );
    expect(issues[0]?.says).toMatch(/^line 2, column \d+: /);
    expect(await codeOf(save("not json"))).toBe("invalid_policy");
    expect(ctx.live.policy?.version).toBe(1);
  });

  it.each(["reviewer", "auditor"] as const)("is not for a %s", async (role) => {
    const { ctx, save } = await oneAdmin();
    expect(await codeOf(save(STRICTER, { by: await aPerson(ctx, role) }))).toBe("forbidden");
  });
});

describe("a policy that lets more through", () => {
  it("takes the workspace's name, typed, from a single admin", async () => {
    const { ctx, save } = await oneAdmin();
    expect(await codeOf(save(LOOSER))).toBe("act_required");
    expect(await codeOf(save(LOOSER, { confirmName: "countersign" }))).toBe("act_required");
    expect(ctx.live.policy?.version).toBe(1);
    expect(await save(LOOSER, { confirmName: " Countersign " })).toEqual({ outcome: "saved", version: 2 });
  });

  it("waits for the second admin, who puts it into force", async () => {
    const setting = await twoAdmins();
    const { ctx, grace } = setting;
    const digest = await waiting(setting);
    expect(ctx.live.policy?.version).toBe(1);
    const shown = await readWaitingChange(ctx, grace);
    expect(shown).toMatchObject({ mayAgree: true, outdated: false, proposedByName: "Ada", difference: { riskier: true } });
    expect(await approvePolicyChange(ctx, grace, { digest })).toEqual({ version: 2 });
    expect(ctx.live.policy?.document.matrix.S2.R1.start).toBe("auto");
    expect(await readWaitingChange(ctx, grace)).toBeNull();
    expect(await ledgerTypes(ctx)).toEqual(["policy.proposed", "policy.agreed", "policy.saved"]);
  });

  it("is not put into force by its proposer, by a reviewer or by typing the name", async () => {
    const setting = await twoAdmins();
    const { ctx, ada, save } = setting;
    const digest = await waiting(setting);
    expect(await codeOf(approvePolicyChange(ctx, ada, { digest }))).toBe("second_admin_required");
    expect(await codeOf(approvePolicyChange(ctx, await aPerson(ctx, "reviewer"), { digest }))).toBe("forbidden");
    expect(await save(LOOSER, { confirmName: "Countersign" })).toMatchObject({ outcome: "waiting" });
    expect(ctx.live.policy?.version).toBe(1);
  });

  it("is agreed to as it was shown: another change in its place needs another look", async () => {
    const setting = await twoAdmins();
    const { ctx, grace, save } = setting;
    const digest = await waiting(setting);
    ctx.pass(1);
    await save(withCell({ start: "audit:0.01", loosest: "auto" }));
    expect(await codeOf(approvePolicyChange(ctx, grace, { digest }))).toBe("stale");
  });

  it("cannot be agreed to once the policy moved on, or its proposer is no admin any more", async () => {
    const setting = await twoAdmins();
    const { ctx, ada, grace, save } = setting;
    const digest = await waiting(setting);
    await save(STRICTER, { by: grace });
    expect((await readWaitingChange(ctx, grace))?.outdated).toBe(true);
    expect(await codeOf(approvePolicyChange(ctx, grace, { digest }))).toBe("policy_conflict");

    const other = await twoAdmins();
    const theirs = await waiting(other);
    await changeRole(other.ctx, other.grace, { personId: other.ada.personId, role: "reviewer" });
    expect(await codeOf(approvePolicyChange(other.ctx, other.grace, { digest: theirs }))).toBe("second_admin_required");
    expect(ada.personId).not.toBe(other.ada.personId);
  });

  it("can be dropped, and is then gone", async () => {
    const setting = await twoAdmins();
    const { ctx, ada, grace } = setting;
    const digest = await waiting(setting);
    await dropPolicyChange(ctx, ada, { digest });
    expect(await codeOf(approvePolicyChange(ctx, grace, { digest }))).toBe("not_found");
  });

  it("cannot be saved where the rule is on and nobody else could agree", async () => {
    const { ctx, ada, save } = await oneAdmin();
    await setSecondAdminRule(ctx, ada, { rule: "always" });
    expect(await codeOf(save(LOOSER, { confirmName: "Countersign" }))).toBe("second_admin_required");
  });
});

describe("going back to an earlier policy", () => {
  it("saves the old document as a new version, at once when that is stricter", async () => {
    const { ctx, ada, save } = await oneAdmin();
    await save(LOOSER, { confirmName: "Countersign" });
    expect(await revertPolicy(ctx, ada, { to: 1, basedOn: 2 })).toEqual({ outcome: "saved", version: 3 });
    const [latest, , first] = await listPolicies(ctx, ada);
    expect(latest).toMatchObject({ version: 3, basedOn: 2, note: "back to version 1" });
    expect((await getPolicy(ctx, ada, 3)).text).toBe((await getPolicy(ctx, ada, first?.version ?? 0)).text);
  });

  it("to something looser needs the same agreement as any other such change", async () => {
    const { ctx, ada, save } = await twoAdmins();
    await save(STRICTER);
    expect(await revertPolicy(ctx, ada, { to: 1, basedOn: 2 })).toMatchObject({ outcome: "waiting" });
    expect(await codeOf(revertPolicy(ctx, ada, { to: 7, basedOn: 2 }))).toBe("not_found");
  });
});
