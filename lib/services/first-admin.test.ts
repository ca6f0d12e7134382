import { describe, expect, it } from "vitest";

import { aContext, codeOf, COMMAND_LINE, ledgerTypes } from "../../test/context";
import { createFirstAdmin, needsFirstAdmin } from "./first-admin";
import { createPerson } from "./people/create-person";
import { changeRole } from "./people/change-role";
import { disablePerson } from "./people/disable-person";
import { listPeople } from "./people/list-people";

const ADA = {
  email: "Ada@Example.com",
  name: "Ada Lovelace",
  password: "violet anchors drift",
  workspace: "alone",
  workspaceName: "Difference Engine",
} as const;

describe("first admin", () => {
  it("is asked for until one exists", async () => {
    const ctx = await aContext();
    expect(await needsFirstAdmin(ctx)).toBe(true);
    const person = await createFirstAdmin(ctx, ADA);
    expect(person).toMatchObject({ email: "ada@example.com", role: "admin" });
    expect(await needsFirstAdmin(ctx)).toBe(false);
    expect(ctx.live.workspace).toBe("alone");
    expect(await ledgerTypes(ctx)).toEqual(["person.created", "workspace.set"]);
  });

  it("of ten callers at once exactly one becomes it", async () => {
    const ctx = await aContext();
    const calls = Array.from({ length: 10 }, (_, index) => createFirstAdmin(ctx, { ...ADA, email: `ada${index}@example.com` }));
    const outcomes = await Promise.all(calls.map(codeOf));
    expect(outcomes.filter((code) => code === "accepted")).toHaveLength(1);
    expect(outcomes.filter((code) => code === "setup_done")).toHaveLength(9);
    expect(await listPeople(ctx, COMMAND_LINE)).toHaveLength(1);
  });

  it.each([
    ["a weak password", { password: "password1" }, "weak_password"],
    ["an address with a look-alike letter", { email: "аda@example.com" }, "invalid_request"],
    ["a name of invisible characters", { name: "\u200b\u200b" }, "invalid_request"],
    ["a name that turns the text around", { name: "Ada \u202eecalevoL" }, "invalid_request"],
    ["a workspace without a name", { workspaceName: " " }, "invalid_request"],
  ])("is refused with %s, and can still be made", async (_, change, code) => {
    const ctx = await aContext();
    expect(await codeOf(createFirstAdmin(ctx, { ...ADA, ...change }))).toBe(code);
    expect(await codeOf(createFirstAdmin(ctx, ADA))).toBe("accepted");
  });

  it("a second person who may sign makes the workspace a team, an auditor does not", async () => {
    const ctx = await aContext();
    await createFirstAdmin(ctx, ADA);
    const other = { name: "Grace Hopper", password: "seven brass nautical bells" };
    await createPerson(ctx, COMMAND_LINE, { ...other, email: "grace@example.com", role: "auditor" });
    expect(ctx.live.workspace).toBe("alone");
    await createPerson(ctx, COMMAND_LINE, { ...other, email: "hopper@example.com", role: "reviewer" });
    expect(ctx.live.workspace).toBe("team");
  });

  it("cannot leave a workspace without an admin", async () => {
    const ctx = await aContext();
    const ada = await createFirstAdmin(ctx, ADA);
    expect(await codeOf(disablePerson(ctx, COMMAND_LINE, { personId: ada.id }))).toBe("last_admin");
    expect(await codeOf(changeRole(ctx, COMMAND_LINE, { personId: ada.id, role: "auditor" }))).toBe("last_admin");
  });
});
