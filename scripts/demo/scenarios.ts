import type { ProposalInput } from "../../sdk/src/index";
import { restart, setFlag } from "./operations";
import type { Random } from "./random";

/** One simulated agent: its name, what it is for, and what it comes up with next. */
export interface DemoAgent {
  readonly name: string;
  readonly next: (random: Random) => ProposalInput;
}

const CUSTOMERS = [
  "Dana Wu",
  "Sam Okafor",
  "Lena Brandt",
  "Ravi Nair",
  "Mia Li",
  "Jonas Berg",
  "Aisha Diallo",
  "Tom Novak",
] as const;
const COMPANIES = ["Acme Ltd", "Globex", "Initech", "Umbra Foods", "Nordwind", "Halden AS", "Quill & Co"] as const;
const mail = (name: string): string => `${name.toLowerCase().replace(" ", ".")}@customer.example`;
const money = (cents: number): string => `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, "0")}`;

/** The six agents of the demo, over all nine kinds of card. */
export const DEMO_AGENTS: readonly DemoAgent[] = [
  { name: "support-desk", next: (random) => random.pick([reply, reply, tagTicket])(random) },
  { name: "refunds", next: refund },
  { name: "crm-sync", next: updateRecord },
  { name: "data-janitor", next: (random) => random.pick([deleteRows, moveFiles])(random) },
  { name: "ops", next: (random) => random.pick([restart, restart, setFlag])(random) },
  { name: "studio", next: (random) => random.pick([post, merge])(random) },
];

function reply(random: Random): ProposalInput {
  const name = random.pick(CUSTOMERS);
  const order = `W${String(random.between(1000, 9999))}`;
  const body = random.pick([
    `Your order ${order} ships tomorrow.`,
    `We have sent a new label for ${order}.`,
    `Your invoice for ${order} is attached to your account.`,
  ]);
  return {
    action: { name: "email.send", arguments: { to: [mail(name)], subject: `Order ${order}`, body: `Hello ${name}, ${body}` } },
    kind: "email",
    target: { system: "Mail", environment: "production" },
    title: `Reply to ${name}`,
    rationale: "The customer asked where the order is.",
    evidence: [{ label: "customer", text: `Hi, what about my order ${order}?` }],
    confidence: 0.86 + random.next() * 0.13,
    ...(random.chance(0.06) ? { doubt: "two customers match this name" } : {}),
  };
}

function tagTicket(random: Random): ProposalInput {
  const id = random.between(20_000, 29_999);
  const tag = random.pick(["billing", "shipping", "login", "refund"]);
  return {
    action: { name: "ticket.tag", arguments: { ticket: String(id), tag } },
    kind: "tool",
    target: { system: "Helpdesk", environment: "production", resource: `ticket ${String(id)}` },
    title: `Tag ticket ${String(id)}`,
    confidence: 0.95,
  };
}

function refund(random: Random): ProposalInput {
  const name = random.pick(CUSTOMERS);
  const paid = random.pick([1900, 4800, 12_900, 24_000, 41_200, 98_000]);
  const asked = random.chance(0.1) ? paid * 10 : random.chance(0.5) ? paid : Math.round(paid / 2);
  const order = `W${String(random.between(2_000_000, 2_999_999))}`;
  const fresh = random.chance(0.15);
  return {
    action: {
      name: "payment.refund",
      arguments: {
        order,
        amount: money(asked),
        currency: "EUR",
        to: fresh ? "iban_DE8810" : "card_4242",
        payee: name,
        reason: "damaged item",
      },
    },
    kind: "payment",
    target: { system: "Payments", environment: "production", resource: `order ${order}` },
    before: { order, captured: money(paid), refunded: "0.00", currency: "EUR", method: "card_4242", payee: name },
    title: `Refund ${name}`,
    rationale: "The customer sent a photo of the broken lid.",
    evidence: [{ label: "customer", text: "The lid arrived broken, I would like my money back." }],
    confidence: 0.91 + random.next() * 0.08,
  };
}

function updateRecord(random: Random): ProposalInput {
  const company = random.pick(COMPANIES);
  const owner = random.pick(["L. Ortiz", "P. Meyer", "J. Sato"]);
  const before = {
    name: company,
    owner: "A. Silva",
    stage: random.pick(["lead", "trial", "negotiation"]),
    phone: "+49 30 1234",
    city: "Berlin",
    segment: "mid-market",
    employees: random.between(20, 400),
  };
  const changes: Record<string, string | number> = random.chance(0.5)
    ? { owner, stage: "negotiation" }
    : {
        phone: `+49 30 ${String(random.between(2000, 9999))}`,
        employees: before.employees + random.between(1, 40),
        city: "Hamburg",
      };
  return {
    action: { name: "crm.update", arguments: { name: company, ...changes } },
    kind: "record",
    target: { system: "CRM", environment: "production", resource: company },
    before,
    after: { ...before, ...changes },
    title: `Update ${company}`,
    rationale: "From the signature of their latest e-mail.",
    confidence: 0.82 + random.next() * 0.15,
  };
}

function deleteRows(random: Random): ProposalInput {
  const rows = random.pick([12, 37, 412, 5200]);
  const environment = random.chance(0.4) ? "production" : "staging";
  const first = random.between(1000, 8000);
  const odd = random.chance(0.1) ? 6 : null;
  const captured = Array.from({ length: Math.min(rows, 40) }, (_, at) => ({
    id: first + at,
    status: "draft",
    created_at: `2024-12-${String(1 + (at % 28)).padStart(2, "0")}`,
    paid: at === odd ? "480.00" : "0.00",
  }));
  return {
    action: {
      name: "sql.execute",
      arguments: {
        sql: `DELETE FROM orders WHERE status = 'draft' AND created_at < '2025-01-0${String(random.between(1, 9))}'`,
        rows,
        dry_run: random.chance(0.1) ? rows * 2 : rows,
      },
    },
    kind: "sql",
    target: { system: "orders", environment },
    before: { table_rows: 1_204_611, rows: captured },
    title: "Delete old drafts",
    rationale: "Drafts older than the retention period.",
    confidence: 0.9,
  };
}

function moveFiles(random: Random): ProposalInput {
  const month = `2024-0${String(random.between(1, 9))}`;
  const from = `reports/${month}`;
  const parts = Array.from({ length: random.between(3, 40) }, (_, at) => `${from}/part-${String(at + 1).padStart(2, "0")}.csv`);
  // Once in a while something is among them that nobody meant to move.
  const files = random.chance(0.15) ? [...parts, `${from}/.credentials`] : [...parts, `${from}/summary.pdf`];
  return {
    action: { name: "file.move", arguments: { from, to: `archive/${month}`, files, overwrite: false } },
    kind: "file",
    target: { system: "Files", environment: "production", resource: `reports/${month}` },
    title: `Archive ${month}`,
    confidence: 0.93,
  };
}

function post(random: Random): ProposalInput {
  const text = random.pick([
    "Scheduled maintenance on Sunday, 02:00 to 03:00 UTC.",
    "All systems are running normally again.",
    "Exports are slower than usual. We are looking into it.",
    "Uptime was 99.98 % this month. Figures: https://staging.status.acme.example/uptime",
  ]);
  return {
    action: {
      name: "post.publish",
      arguments: { channel: "status page", account: random.chance(0.1) ? "@acme" : "@acme_status", text },
    },
    kind: "post",
    target: { system: "Status page", environment: "production" },
    title: "Status update",
    confidence: 0.9,
  };
}

/** Small changes as Git writes them, from a wording to one that makes the tests pass by skipping them. */
const CHANGES = [
  ["src/rounding.ts", "  return Math.floor(cents);", "  return Math.round(cents);"],
  ["docs/refunds.md", "Refunds take ten days.", "Refunds take five days."],
  ["src/auth/session.ts", "const MAX_AGE_MINUTES = 30;", "const MAX_AGE_MINUTES = 3000;"],
  ["test/rounding.test.ts", 'it("rounds half up", () => {', 'it.skip("rounds half up", () => {'],
] as const;

function merge(random: Random): ProposalInput {
  const number = random.between(300, 999);
  const [path, before, after] = random.pick(CHANGES);
  const line = random.between(10, 90);
  const diff = [
    `diff --git a/${path} b/${path}`,
    `--- a/${path}`,
    `+++ b/${path}`,
    `@@ -${String(line)} +${String(line)} @@`,
    `-${before}`,
    `+${after}`,
    "",
  ].join("\n");
  return {
    action: {
      name: "code.merge",
      arguments: {
        repository: "billing-service",
        branch: "main",
        pull_request: number,
        additions: 1,
        deletions: 1,
        tests: { passed: random.between(180, 240), failed: 0 },
        diff,
      },
    },
    kind: "code",
    target: { system: "Git", environment: "production", resource: `billing-service#${String(number)}` },
    title: `Merge #${String(number)}`,
    rationale: "Tests pass; one reviewer approved.",
    confidence: 0.87,
  };
}
