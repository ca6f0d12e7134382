import { describe, expect, it } from "vitest";

import type { TestContext } from "../../../test/context";
import { aContext, aPerson, codeOf, ledgerTypes } from "../../../test/context";
import type { PersonActor, SystemActor } from "../actor";
import { disablePerson } from "../people/disable-person";
import { approvePolicyChange } from "./agree-to-change";
import { readWaitingChange } from "./read-policies";
import { readSecondAdminRule, setSecondAdminRule } from "./second-admin";

const NAME = "Countersign";
const COMMAND_LINE: SystemActor = { type: "system", name: "command_line" };

async function oneAdmin(): Promise<{ readonly ctx: TestContext; readonly ada: PersonActor }> {
  const ctx = await aContext();
  return { ctx, ada: await aPerson(ctx, "admin", "Ada") };
}

async function twoAdmins() {
  const setting = await oneAdmin();
  return { ...setting, grace: await aPerson(setting.ctx, "admin", "Grace") };
}

describe("the rule of the second admin", () => {
  it("asks once there are two admins who can sign in, where nobody chose", async () => {
    const { ctx, grace } = await twoAdmins();
    expect(await readSecondAdminRule(ctx, grace)).toEqual({ rule: "from_two", on: true, admins: 2 });
    await disablePerson(ctx, grace, { personId: grace.personId });
    expect(await readSecondAdminRule(ctx, grace)).toEqual({ rule: "from_two", on: false, admins: 1 });
  });

  it("is asked for at once by a single admin, who gets out again by typing the workspace's name", async () => {
    const { ctx, ada } = await oneAdmin();
    expect(await setSecondAdminRule(ctx, ada, { rule: "always" })).toBe("switched");
    expect(await readSecondAdminRule(ctx, ada)).toEqual({ rule: "always", on: true, admins: 1 });
    expect(await codeOf(setSecondAdminRule(ctx, ada, { rule: "from_two" }))).toBe("act_required");
    expect(await codeOf(setSecondAdminRule(ctx, ada, { rule: "from_two", confirmName: "another" }))).toBe("act_required");
    expect(await setSecondAdminRule(ctx, ada, { rule: "from_two", confirmName: NAME })).toBe("switched");
    expect(await ledgerTypes(ctx)).toEqual(["policy.second_admin_set", "policy.second_admin_set"]);
  });

  it.each(["never", "from_two"] as const)("is not loosened from always to %s by one of two admins alone", async (rule) => {
    const { ctx, ada, grace } = await twoAdmins();
    await setSecondAdminRule(ctx, ada, { rule: "always" });
    expect(await setSecondAdminRule(ctx, ada, { rule, confirmName: NAME })).toBe("waiting");
    const digest = (await readWaitingChange(ctx, grace))?.proposed.digest ?? "";
    expect(await codeOf(approvePolicyChange(ctx, ada, { digest }))).toBe("second_admin_required");
    expect((await readSecondAdminRule(ctx, grace)).rule).toBe("always");
    expect(await approvePolicyChange(ctx, grace, { digest })).toEqual({ version: null });
    expect((await readSecondAdminRule(ctx, grace)).rule).toBe(rule);
    const written = (await ctx.store.read.ledgerAfter(0, 10)).slice(-3).map(({ entry }) => entry);
    expect(written[0]).toContain('"type":"policy.proposed"');
    expect(written[1]).toContain('"type":"policy.agreed"');
    expect(written[2]).toContain(`"from":"always","to":"${rule}"`);
  });

  it("asks more again at once, without anybody's agreement", async () => {
    const { ctx, ada, grace } = await twoAdmins();
    await setSecondAdminRule(ctx, COMMAND_LINE, { rule: "never" });
    expect(await setSecondAdminRule(ctx, ada, { rule: "from_two" })).toBe("switched");
    expect((await readSecondAdminRule(ctx, grace)).on).toBe(true);
  });

  it("is switched by the command line at once: the way out when the other admin is gone", async () => {
    const { ctx, ada } = await twoAdmins();
    expect(await setSecondAdminRule(ctx, COMMAND_LINE, { rule: "never" })).toBe("switched");
    expect(await readSecondAdminRule(ctx, ada)).toEqual({ rule: "never", on: false, admins: 2 });
    expect(await setSecondAdminRule(ctx, COMMAND_LINE, { rule: "never" })).toBe("unchanged");
    expect(await ledgerTypes(ctx)).toEqual(["policy.second_admin_set"]);
  });
});
