import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { aContext, aPerson, codeOf } from "../../test/context";
import { ledgerSentence } from "../domain/ledger-sentence";
import { ROLES } from "../domain/words";
import type { PersonActor } from "./actor";
import { createAgent } from "./agents/create-agent";
import { disableAgent, enableAgent } from "./agents/disable-agent";
import { getAgent, listAgents } from "./agents/list-agents";
import type { Context } from "./context";
import { fileFinding } from "./file-finding";
import { createKey } from "./keys/create-key";
import { createKeyByName } from "./keys/create-key-by-name";
import { listKeys } from "./keys/list-keys";
import { revokeKey } from "./keys/revoke-key";
import { rotateKey } from "./keys/rotate-key";
import { exportLedger } from "./ledger/export-ledger";
import { readLedger } from "./ledger/read-ledger";
import { verifyLedger } from "./ledger/verify-ledger";
import { changeRole } from "./people/change-role";
import { createPerson } from "./people/create-person";
import { disablePerson, enablePerson } from "./people/disable-person";
import { listPeople } from "./people/list-people";
import { setPassword } from "./people/set-password";
import { approvePolicyChange, dropPolicyChange } from "./policy/agree-to-change";
import { compareDraft, compareVersions, getPolicy, listPolicies, readWaitingChange } from "./policy/read-policies";
import { revertPolicy } from "./policy/revert-policy";
import { savePolicy } from "./policy/save-policy";
import { readSecondAdminRule, setSecondAdminRule } from "./policy/second-admin";
import { setSessionIdle } from "./settings/set-session-idle";
import { setWorkspace } from "./settings/set-workspace";
import { clearStop } from "./stops/clear-stop";
import { listStops } from "./stops/list-stops";
import { setStop } from "./stops/set-stop";

type Verb = (ctx: Context, actor: PersonActor) => Promise<unknown>;

const NOBODY = "per_00000000000000000000000000";
const NEW = { email: "new@example.com", name: "New Person", role: "admin", password: "violet anchors drift" } as const;

/** Every administrative verb, with input that gets past nothing but the question who may call it. */
const VERBS: Readonly<Record<string, readonly [who: string, call: Verb]>> = {
  createPerson: ["admin", (ctx, actor) => createPerson(ctx, actor, NEW)],
  changeRole: ["admin", (ctx, actor) => changeRole(ctx, actor, { personId: NOBODY, role: "admin" })],
  disablePerson: ["admin", (ctx, actor) => disablePerson(ctx, actor, { personId: NOBODY })],
  enablePerson: ["admin", (ctx, actor) => enablePerson(ctx, actor, { personId: NOBODY })],
  setPassword: ["admin", (ctx, actor) => setPassword(ctx, actor, { personId: NOBODY, password: NEW.password })],
  listPeople: ["admin auditor", listPeople],
  createAgent: ["admin", (ctx, actor) => createAgent(ctx, actor, { name: "bot" })],
  disableAgent: ["admin", (ctx, actor) => disableAgent(ctx, actor, { agentId: "x" })],
  enableAgent: ["admin", (ctx, actor) => enableAgent(ctx, actor, { agentId: "x" })],
  listAgents: ["reviewer admin auditor", listAgents],
  getAgent: ["reviewer admin auditor", (ctx, actor) => getAgent(ctx, actor, { agentId: "x" })],
  createKey: ["admin", (ctx, actor) => createKey(ctx, actor, { agentId: "x", label: "x" })],
  createKeyByName: ["admin", (ctx, actor) => createKeyByName(ctx, actor, { agent: "bot", label: "x" })],
  rotateKey: ["admin", (ctx, actor) => rotateKey(ctx, actor, { keyId: "x" })],
  revokeKey: ["admin", (ctx, actor) => revokeKey(ctx, actor, { keyId: "x" })],
  listKeys: ["reviewer admin auditor", (ctx, actor) => listKeys(ctx, actor, { agentId: "x" })],
  savePolicy: ["admin", (ctx, actor) => savePolicy(ctx, actor, { text: "{}", basedOn: 1, note: "" })],
  revertPolicy: ["admin", (ctx, actor) => revertPolicy(ctx, actor, { to: 1, basedOn: 1 })],
  approvePolicyChange: ["admin", (ctx, actor) => approvePolicyChange(ctx, actor, { digest: "x" })],
  dropPolicyChange: ["admin", (ctx, actor) => dropPolicyChange(ctx, actor, { digest: "x" })],
  readSecondAdminRule: ["reviewer admin auditor", readSecondAdminRule],
  setSecondAdminRule: ["admin", (ctx, actor) => setSecondAdminRule(ctx, actor, { rule: "always" })],
  listPolicies: ["reviewer admin auditor", (ctx, actor) => listPolicies(ctx, actor)],
  getPolicy: ["reviewer admin auditor", (ctx, actor) => getPolicy(ctx, actor, null)],
  compareDraft: ["reviewer admin auditor", (ctx, actor) => compareDraft(ctx, actor, { text: "{}", against: null })],
  compareVersions: ["reviewer admin auditor", (ctx, actor) => compareVersions(ctx, actor, { from: 1, to: 1 })],
  readWaitingChange: ["reviewer admin auditor", readWaitingChange],
  fileFinding: ["reviewer admin", (ctx, actor) => fileFinding(ctx, actor, { proposal: "x", kind: "incident", text: "x" })],
  setStop: ["reviewer admin", (ctx, actor) => setStop(ctx, actor, { scope: "all", reason: "a test" })],
  clearStop: ["admin", (ctx, actor) => clearStop(ctx, actor, { scope: "all", reason: "a test" })],
  listStops: ["reviewer admin auditor", listStops],
  setWorkspace: ["admin", (ctx, actor) => setWorkspace(ctx, actor, { mode: "team", name: "x" })],
  setSessionIdle: ["admin", (ctx, actor) => setSessionIdle(ctx, actor, { minutes: 30 })],
  readLedger: ["reviewer admin auditor", (ctx, actor) => readLedger(ctx, actor, { before: null, limit: 1, type: null })],
  verifyLedger: ["reviewer admin auditor", verifyLedgerAs],
  exportLedger: ["admin auditor", (ctx, actor) => exportLedger(ctx, actor).next()],
};

function verifyLedgerAs(ctx: Context, actor: PersonActor): Promise<unknown> {
  return verifyLedger(ctx, actor);
}

describe("administration", () => {
  it.each(Object.entries(VERBS))("%s is for exactly the roles that have the right", async (_, [who, call]) => {
    const allowed: string[] = [];
    for (const role of ROLES) {
      const ctx = await aContext();
      const before = (await ctx.store.read.ledgerHead()).seq;
      const code = await codeOf(call(ctx, await aPerson(ctx, role)));
      if (code !== "forbidden") allowed.push(role);
      else expect((await ctx.store.read.ledgerHead()).seq).toBe(before);
    }
    expect(allowed.join(" ")).toBe(who);
  });

  it("every kind of row that these verbs write says something to a person", () => {
    const folder = import.meta.dirname;
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /^(?!.*\.test).*\.ts$/.test(file));
    const text = files.map((file) => readFileSync(path.join(folder, file), "utf8")).join("\n");
    const written = [...text.matchAll(/\btype: [^,\n]*/g)].flatMap(([found]) => [...found.matchAll(/"([a-z_]+\.[a-z_]+)"/g)]);
    const types = new Set(written.map((found) => found[1] ?? ""));
    const silent = [...types].filter((type) => says(type) === type);
    expect(types.size).toBeGreaterThan(20);
    expect(silent).toEqual([]);
  });
});

function says(type: string): string {
  const entry = JSON.stringify({ actor: "system:worker", at: 1, body: {}, seq: 1, subject: null, type });
  return ledgerSentence(entry, new Map()).says;
}
