import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json";
import type { Kind } from "../words";
import type { Check } from "./card";
import { ACME } from "./fixtures/record";
import { ORDER, REFUND } from "./fixtures/payment";
import { cardInput, FIXTURE_AT, type FixtureParts } from "./fixtures/card-fixture";
import { EVERYDAY } from "./fixtures/everyday";
import { readCard } from "./read-card";

type Row = readonly [kind: Kind, id: string, state: Check["state"], because: string | null, parts: FixtureParts];

const DAY = 86_400_000;
const mail = (fields: object, more: Partial<FixtureParts> = {}): FixtureParts => ({
  action: "email.send",
  arguments: { to: ["dana@customer.example"], from: "help@acme.example", subject: "Your order", ...fields },
  ...more,
});
const MANY = Array.from({ length: 30 }, (_, at) => `p${String(at)}@example.org`);
const last = (fields: object): Pick<FixtureParts, "history"> => ({
  history: { lastApprovedArguments: { to: ["eve@other.example"], subject: "Your order", ...fields } },
});
const refund = (fields: object, more: Partial<FixtureParts> = {}): FixtureParts => ({
  action: "payment.refund",
  arguments: { ...REFUND, ...fields },
  before: ORDER,
  ...more,
});
const paid = (fields: object, days: number): Pick<FixtureParts, "history"> => ({
  history: { lastApprovedArguments: { ...REFUND, ...fields }, lastApprovedAt: FIXTURE_AT - days * DAY },
});
const sql = (text: string, more: object = {}, before?: FixtureParts["before"]): FixtureParts => ({
  action: "sql.execute",
  arguments: { sql: text, ...more },
  ...(before === undefined ? {} : { before }),
});
const DELETE = "DELETE FROM orders WHERE id = 7";
const diff = (old: string, now: string, path = "src/orders.ts"): FixtureParts => ({
  action: "git.merge",
  arguments: {
    branch: "main",
    diff: `--- a/${path}\n+++ b/${path}\n@@ -1,2 +1,${now === "" ? "1" : "2"} @@\n a\n-${old}\n${now === "" ? "" : `+${now}\n`}`,
  },
});
const merge = (fields: object): FixtureParts => ({ action: "git.merge", arguments: { branch: "main", additions: 3, ...fields } });
const post = (fields: object): FixtureParts => ({ action: "post.publish", arguments: { account: "@acme", ...fields } });
const record = (changes: object, before: object = ACME, action = "crm.update"): FixtureParts => ({
  action,
  arguments: { id: "c_812", ...changes },
  before: { ...before },
});
const file = (verb: string, fields: object): FixtureParts => ({ action: `file.${verb}`, arguments: { ...fields } });
const shell = (command: string, more: object = {}): FixtureParts => ({ action: "shell.run", arguments: { command, ...more } });
const tool = (now: object, before: object | null = null): FixtureParts => ({
  action: "create_ticket",
  arguments: { title: "Printer down", ...now },
  ...(before === null ? {} : { history: { lastApprovedArguments: { title: "Mouse lost", ...before } } }),
});

const ENGLISH = { from: "dana@customer.example", body: "Where is the order that I paid for? It is not here." };
const ROWS: readonly Row[] = [
  ["email", "foreign-data", "passed", null, mail({ body: "Thank you." })],
  ["email", "foreign-data", "not_run", "the thread was not sent", mail({ body: "W1234 ships." })],
  ["email", "foreign-data", "passed", null, mail({ body: "W1234 ships." }, { before: { order: "W1234" } })],
  ["email", "foreign-data", "failed", "W9999", mail({ body: "W9999 ships." }, { before: { order: "W1234" } })],
  ["email", "foreign-data", "failed", "W1000", mail({ body: "W1000 ships." }, last({ body: "W1000 is late." }))],
  ["email", "foreign-data", "failed", "eve@other.example", mail({ body: "As eve@other.example wrote." }, { before: ENGLISH })],
  ["email", "foreign-data", "passed", null, mail({ body: "Write to billing@acme.example." }, { before: ENGLISH })],
  ["email", "link-hosts", "passed", null, mail({ body: "See https://www.acme.example/x" })],
  ["email", "link-hosts", "failed", "pay.elsewhere.example", mail({ body: "See https://pay.elsewhere.example/x" })],
  ["email", "link-hosts", "not_run", "nothing to compare with was sent", mail({ from: null, body: "See https://a.example/x" })],
  [
    "email",
    "language",
    "passed",
    null,
    mail({ body: "It will be with you on Monday, and we are sorry for the wait." }, { before: ENGLISH }),
  ],
  [
    "email",
    "language",
    "failed",
    "German, the thread is in English",
    mail({ body: "Ihre Bestellung ist unterwegs und wird am Montag bei Ihnen sein." }, { before: ENGLISH }),
  ],
  [
    "email",
    "language",
    "failed",
    "Hebrew, the thread is in English",
    mail({ body: "ההזמנה שלך תישלח מחר" }, { before: ENGLISH }),
  ],
  [
    "email",
    "sending-hours",
    "failed",
    "01:00 in America/Los_Angeles",
    mail({ body: "News.", timezone: "America/Los_Angeles", to: MANY }),
  ],
  ["payment", "repeated", "failed", "48.00 EUR under another number", refund({}, paid({ order: "W1111111" }, 3))],
  ["payment", "repeated", "passed", null, refund({}, paid({ order: "W1111111" }, 31))],
  ["payment", "repeated", "passed", null, refund({}, paid({ order: "W1111111", to: "card_9999" }, 3))],
  [
    "payment",
    "repeated",
    "failed",
    "48.00 EUR on 20 Nov 2026",
    refund({}, { before: { ...ORDER, refunds: [{ amount: "48.00", date: "2026-11-20" }] } }),
  ],
  ["payment", "payee-changed", "failed", "2 days ago", refund({}, { before: { ...ORDER, iban_changed_at: "2026-11-21" } })],
  ["payment", "payee-changed", "passed", null, refund({}, { before: { ...ORDER, iban_changed_at: "2026-01-21" } })],
  [
    "payment",
    "daily-limit",
    "failed",
    "148.00 EUR, the limit is 100.00 EUR",
    refund({}, { before: { ...ORDER, daily_limit: 100, refunded_today: 100 } }),
  ],
  ["payment", "daily-limit", "passed", null, refund({}, { before: { ...ORDER, daily_limit: 500, refunded_today: 100 } })],
  ["sql", "backup", "not_run", "none was named", sql(DELETE, { rows: 1 })],
  ["sql", "backup", "passed", null, sql(DELETE, { backup_at: "2026-11-23T02:00:00Z" })],
  ["sql", "backup", "failed", "5 days", sql(DELETE, { backup_at: "2026-11-18T02:00:00Z" })],
  ["sql", "backup", "failed", "24 Nov 2026", sql(DELETE, { backup_at: "2026-11-24" })],
  ["sql", "maintenance", "passed", null, sql(DELETE, { maintenance_window: "08:00-10:00" })],
  ["sql", "maintenance", "failed", "22:00-02:00", sql(DELETE, { maintenance_window: "22:00-02:00" })],
  ["sql", "maintenance", "not_run", "the window can’t be read", sql(DELETE, { maintenance_window: "Sundays" })],
  ["code", "ci-head", "not_run", "which one they ran on was not sent", merge({ tests: { passed: 9 } })],
  ["code", "ci-head", "passed", null, merge({ head_sha: "3f786850e387", tests: { passed: 9, sha: "3f78685" } })],
  ["code", "ci-head", "failed", "89e6c98, not 3f78685", merge({ head_sha: "3f78685", tests: { passed: 9, sha: "89e6c98" } })],
  ["code", "coverage", "failed", "12 %", merge({ coverage: 12 })],
  ["code", "coverage", "passed", null, merge({ coverage: 0.9 })],
  ["code", "removed-guard", "failed", "requireRole", diff("requireRole(user, 'admin');", "")],
  ["code", "removed-guard", "passed", null, diff("requireRole(user, 'admin');", "requireRole(user, 'owner');")],
  ["code", "removed-guard", "passed", null, diff("requireRole(user);", "", "docs/roles.md")],
  ["code", "turned-condition", "failed", "if (!order.paid) ship();", diff("if (order.paid) ship();", "if (!order.paid) ship();")],
  [
    "code",
    "turned-condition",
    "failed",
    "while (at <= end) next();",
    diff("while (at < end) next();", "while (at <= end) next();"),
  ],
  ["code", "turned-condition", "passed", null, diff("if (order.paid) ship();", "if (order.sent) ship();")],
  ["code", "turned-condition", "passed", null, diff("a = b;", "  a = b;")],
  [
    "post",
    "embargo",
    "failed",
    "1 Dec 2026, 09:00 UTC",
    post({ text: "New.", scheduled_at: "2026-11-30T09:00:00Z", embargo_until: "2026-12-01T09:00:00Z" }),
  ],
  [
    "post",
    "embargo",
    "passed",
    null,
    post({ text: "New.", scheduled_at: "2026-12-01T09:00:00Z", embargo_until: "2026-12-01T09:00:00Z" }),
  ],
  ["post", "profanity", "failed", "bullshit", post({ text: "What bullshit." })],
  ["post", "profanity", "passed", null, post({ text: "Scunthorpe shitake." })],
  ["post", "disclosure", "failed", "promo code", post({ text: "Use promo code ACME." })],
  ["post", "disclosure", "passed", null, post({ text: "Use promo code ACME. #ad" })],
  ["post", "image-rights", "not_run", "whose it is was not sent", post({ text: "Look.", media: ["a.png"] })],
  ["post", "image-rights", "passed", null, post({ text: "Look.", media: [{ name: "a.png", credit: "Acme" }] })],
  ["record", "value-range", "failed", "employees 120 → 1200", record({ employees: 1_200 })],
  ["record", "value-range", "failed", "employees below zero", record({ employees: -5 })],
  ["record", "value-range", "failed", "win probability 140 of 100", record({ win_probability: 140 })],
  ["record", "value-range", "failed", "renews is no date", record({ renews: "soon" }, { ...ACME, renews: "2026-12-01" })],
  ["record", "value-range", "passed", null, record({ employees: 140 })],
  ["record", "stage", "failed", "trial → lead", record({ stage: "lead" })],
  ["record", "stage", "passed", null, record({ stage: "negotiation" })],
  ["record", "unit", "failed", "currency", record({ currency: "GBP" }, { ...ACME, currency: "EUR", deal: 900 })],
  ["record", "unit", "passed", null, record({ currency: "GBP", deal: 770 }, { ...ACME, currency: "EUR", deal: 900 })],
  [
    "record",
    "swapped",
    "failed",
    "first name, last name",
    record({ first_name: "Wu", last_name: "Dana" }, { id: "c_812", first_name: "Dana", last_name: "Wu" }),
  ],
  ["record", "rights", "failed", "role admin, permissions all", record({ role: "admin", permissions: ["all"] })],
  ["record", "merge", "failed", null, record({ duplicate: "c_9" }, ACME, "crm.merge")],
  ["file", "in-use", "failed", "a.csv", file("delete", { files: [{ path: "a.csv", locked: true }] })],
  ["file", "in-use", "failed", "a.csv", file("delete", { files: [{ path: "a.csv", modified: "2026-11-23" }] })],
  ["file", "in-use", "passed", null, file("move", { files: [{ path: "a.csv", modified: "2026-11-01" }], to: "old/" })],
  ["file", "legal-hold", "failed", "a.csv", file("delete", { files: [{ path: "a.csv", legal_hold: "case 7" }] })],
  ["file", "legal-hold", "passed", null, file("delete", { files: [{ path: "a.csv", legal_hold: false }] })],
  ["file", "legal-hold", "not_run", "it was not sent", file("delete", { path: "reports/a.csv", permanent: true })],
  ["command", "plan", "not_run", "no plan was sent", shell("terraform apply")],
  [
    "command",
    "plan",
    "failed",
    "2 destroyed, 0 replaced",
    shell("terraform apply", { plan: "Plan: 1 to add, 0 to change, 2 to destroy." }),
  ],
  ["command", "plan", "failed", "0 destroyed, 1 replaced", shell("terraform apply", { plan: { create: 1, replace: 1 } })],
  ["command", "plan", "passed", null, shell("terraform apply", { plan: { create: 1, destroy: 0 } })],
  ["command", "freeze", "failed", "24 Dec 2026", shell("systemctl restart nginx", { freeze_until: "2026-12-24" })],
  ["command", "freeze", "passed", null, shell("systemctl restart nginx", { change_freeze: false })],
  ["command", "on-call", "failed", null, shell("systemctl restart nginx", { on_call: [] })],
  ["command", "on-call", "passed", null, shell("systemctl restart nginx", { on_call: "ana" })],
  ["command", "directory", "failed", "/", shell("systemctl restart nginx", { cwd: "/" })],
  ["command", "directory", "passed", null, shell("systemctl restart nginx", { cwd: "/srv/app" })],
  ["tool", "rights", "failed", "admin", tool({ admin: true })],
  ["tool", "safeguard", "failed", "skip approval", tool({ skip_approval: true })],
  ["tool", "place", "failed", "tenant t_2, not t_1", tool({ tenant: "t_2" }, { tenant: "t_1" })],
  ["tool", "new-host", "failed", "evil.example", tool({ url: "https://evil.example/x" }, { url: "https://acme.example/x" })],
  ["tool", "swapped", "failed", "from, to", tool({ from: "b", to: "a" }, { from: "a", to: "b" })],
  ["tool", "figures", "failed", "amount 900, last 90", tool({ amount: 900 }, { amount: 90 })],
];

describe("the checks of a kind", () => {
  it.each(ROWS)("%s, %s: %s, because of %s", (kind, id, state, because, parts) => {
    const found = readCard(cardInput(kind, parts)).checks.filter((check) => check.id === id);
    expect(found.map((check) => [check.state, check.because])).toEqual([[state, because]]);
  });

  it.each([...new Set(ROWS.map(([kind]) => kind))])("of %s that had nothing to compare with say nothing at all", (kind) => {
    const silent = ROWS.filter(([of, , state]) => of === kind && state === "failed").map(([, id]) => id);
    const calls = EVERYDAY[kind].map(([, { action, arguments: fields }]): FixtureParts => ({ action, arguments: fields }));
    const checks = [{ action: kind, arguments: {}, target: null }, ...calls].flatMap(
      (parts) => readCard(cardInput(kind, parts)).checks,
    );
    expect(checks.filter(({ id, state }) => silent.includes(id) && state === "failed")).toEqual([]);
  });

  it("of a tool that only reads compare nothing with the last call, but still name every right", () => {
    const fields = { url: "https://evil.example/x", from: "b", to: "a", amount: 900, tenant: "t_2", admin: true };
    const last = { url: "https://acme.example/x", from: "a", to: "b", amount: 90, tenant: "t_1" };
    const failed = (onlyReads: boolean): readonly string[] =>
      readCard({ ...cardInput("tool", tool(fields, last)), onlyReads }).checks.flatMap(({ id, state }) =>
        state === "failed" ? [id] : [],
      );
    expect(failed(false)).toEqual(["rights", "place", "new-host", "figures", "swapped"]);
    expect(failed(true)).toEqual(["rights"]);
  });

  it("of a tool hold its arguments against the catalogue’s schema", () => {
    const schema: JsonObject = { type: "object", properties: { title: { type: "string" }, priority: { enum: ["low", "high"] } } };
    const check = (fields: object): Check | undefined =>
      readCard({ ...cardInput("tool", tool(fields)), schema }).checks.find(({ id }) => id === "schema");
    expect(check({})?.state).toBe("passed");
    expect(check({ priority: "urgent" })?.state).toBe("failed");
    expect(check({ surprise: 1 })?.because).toBe("surprise");
  });
});
