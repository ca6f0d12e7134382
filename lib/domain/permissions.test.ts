import { describe, expect, it } from "vitest";

import type { Verb } from "./permissions";
import { can, VERBS } from "./permissions";
import { ROLES } from "./words";

/** The whole table, by hand: a change of a right is a change of this test. */
const RIGHTS: Readonly<Record<Verb, string>> = {
  "queue.read": "reviewer admin auditor",
  "proposal.decide": "reviewer admin",
  "proposal.compose": "reviewer admin",
  "finding.file": "reviewer admin",
  "measures.read": "reviewer admin auditor",
  "policy.read": "reviewer admin auditor",
  "policy.save": "admin",
  "grants.give": "admin",
  "grants.revoke": "reviewer admin",
  "agents.read": "reviewer admin auditor",
  "agents.manage": "admin",
  "keys.manage": "admin",
  "people.read": "admin auditor",
  "people.manage": "admin",
  "stops.set": "reviewer admin",
  "stops.clear": "admin",
  "settings.manage": "admin",
  "ledger.read": "reviewer admin auditor",
  "ledger.export": "admin auditor",
};

describe("permissions", () => {
  it.each(VERBS)("exactly the named roles may: %s", (verb) => {
    expect(ROLES.filter((role) => can(role, verb)).join(" ")).toBe(RIGHTS[verb]);
  });

  it("an auditor changes nothing", () => {
    const changing = VERBS.filter((verb) => !/\.(read|export)$/.test(verb));
    expect(changing.filter((verb) => can("auditor", verb))).toEqual([]);
  });

  it("an admin may do everything", () => {
    expect(VERBS.filter((verb) => !can("admin", verb))).toEqual([]);
  });
});
