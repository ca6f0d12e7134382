import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json";
import { grantedRights, safeguardsOff } from "./granted-rights";

describe("a field that gives somebody every right", () => {
  it.each<[JsonObject, string]>([
    [{ role: "admin" }, "role admin"],
    [{ role: "org:owner" }, "role org:owner"],
    [{ role: "roles/owner" }, "role roles/owner"],
    [{ role: "Global Administrator" }, "role Global Administrator"],
    [{ roles: ["viewer", "super_admin"] }, "roles super_admin"],
    [{ permissions: ["all"] }, "permissions all"],
    [{ scopes: ["repo:*"] }, "scopes repo:*"],
    [{ access: "full" }, "access full"],
    [{ accessLevel: "Full access" }, "access level Full access"],
    [{ policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess" }, "policy arn arn:aws:iam::aws:policy/AdministratorAccess"],
    [{ role: "System Administrator" }, "role System Administrator"],
    [{ role: "Workspace Owner" }, "role Workspace Owner"],
    [{ role: "Organization Owner" }, "role Organization Owner"],
    [{ role: "Account Admin" }, "role Account Admin"],
    [{ role_name: "Owner" }, "role name Owner"],
    [{ roleDefinitionName: "User Access Administrator" }, "role definition name User Access Administrator"],
    [{ scope: "admin:org" }, "scope admin:org"],
    [{ scope: "repo admin:org user" }, "scope repo admin:org user"],
    [{ changes: { role: "admin" } }, "role admin"],
    [{ is_admin: true }, "is admin"],
    [{ superuser: "true" }, "superuser"],
    [{ isStaff: 1 }, "is staff"],
  ])("is named: %j", (sets, words) => {
    expect(grantedRights(sets, null)).toEqual([words]);
  });

  it("counts only where it was not so before", () => {
    expect(grantedRights({ role: "admin" }, { role: "admin" })).toEqual([]);
    expect(grantedRights({ role: "admin" }, { role: "viewer" })).toEqual(["role admin"]);
    expect(grantedRights({ changes: { role: "admin", name: "B" } }, { role: "admin", name: "A" })).toEqual([]);
    expect(grantedRights({ user: { role: "admin", name: "B" } }, { user: { role: "admin", name: "A" } })).toEqual([]);
  });

  it.each<JsonObject>([
    { role: "Product Owner" },
    { role: "product_owner" },
    { role: "Senior Product Owner" },
    { role: "Database Administrator" },
    { role: "Office Administrator" },
    { role: "Store owner" },
    { role: "Not an admin" },
    { role: "Reports to the owner" },
    { scope: "admin:read" },
    { filter: { role: "admin" } },
    { role_name: "Viewer" },
    { job_title: "Owner" },
    { role: "editor" },
    { scope: "all" },
    { group: "all" },
    { scope: "full text" },
    { roles: ["support", "administration assistant"] },
    { policy: "privacy" },
    { is_admin: false },
    { is_admin: "no" },
  ])("is not one of ordinary words: %j", (sets) => {
    expect(grantedRights(sets, null)).toEqual([]);
  });
});

describe("a switch that asks to leave out a safeguard", () => {
  it.each<[JsonObject, string]>([
    [{ force: true }, "force"],
    [{ skip_approval: true }, "skip approval"],
    [{ skipSslVerification: "true" }, "skip ssl verification"],
    [{ disable_mfa: 1 }, "disable mfa"],
    [{ ignore_policy: true }, "ignore policy"],
    [{ no_verify: true }, "no verify"],
    [{ bypass_rules: true }, "bypass rules"],
    [{ disable_logging: true }, "disable logging"],
    [{ disable_rate_limit: true }, "disable rate limit"],
    [{ skipTests: true }, "skip tests"],
    [{ disable_monitoring: true }, "disable monitoring"],
    [{ disable_alerts: true }, "disable alerts"],
    [{ skip_security_scans: true }, "skip security scans"],
    [{ insecure_skip_verify: true }, "insecure skip verify"],
    [{ rejectUnauthorized: false }, "reject unauthorized off"],
    [{ options: { force: true } }, "force"],
    [{ verify_ssl: false }, "verify ssl off"],
    [{ require_approval: false }, "require approval off"],
    [{ mfaEnabled: "false" }, "mfa enabled off"],
  ])("is named: %j", (sets, words) => {
    expect(safeguardsOff(sets, null)).toEqual([words]);
  });

  it.each<JsonObject>([
    { ignore_case: true },
    { skip_header: true },
    { skip_empty_lines: true },
    { disable_notification: true },
    { disable_web_page_preview: true },
    { without_images: true },
    { ignore_whitespace: true },
    { no_author: true },
    { skip_test_contacts: true },
    { skip_blog: true },
    { disable_catalogs: true },
    { options: { ignore_case: true } },
    { skip_approval: false },
    { require_signature: false },
    { verify_ssl: true },
    { validate: false },
  ])("is not one of ordinary words: %j", (sets) => {
    expect(safeguardsOff(sets, null)).toEqual([]);
  });
});
