import { describe, expect, it } from "vitest";

import type { TestContext } from "../../../test/context";
import { aContext, aPerson, codeOf, COMMAND_LINE } from "../../../test/context";
import type { ExportVerdict } from "../../domain/ledger-export";
import { ExportReader } from "../../domain/ledger-export";
import { createAgent } from "../agents/create-agent";
import { createKey } from "../keys/create-key";
import { revokeKey } from "../keys/revoke-key";
import { createPerson } from "../people/create-person";
import { signIn } from "../sign-in";
import { setStop } from "../stops/set-stop";
import { exportLedger } from "./export-ledger";
import { readLedger } from "./read-ledger";
import { verifyLedger } from "./verify-ledger";

const GRACE = {
  email: "grace@example.com",
  name: "Grace Hopper",
  role: "reviewer",
  password: "seven brass nautical bells",
} as const;

/** A workspace in which something of everything has happened. */
async function aBusyContext(): Promise<TestContext> {
  const ctx = await aContext();
  await createPerson(ctx, COMMAND_LINE, GRACE);
  const { email, password } = GRACE;
  await signIn(ctx, { email, password, address: null, userAgent: null });
  await codeOf(signIn(ctx, { email, password: "wrong", address: null, userAgent: null }));
  const { id: agentId } = await createAgent(ctx, COMMAND_LINE, { name: "Ärger & Söhne" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId, label: "a\u00a0b" });
  await revokeKey(ctx, COMMAND_LINE, { keyId: key.id });
  await setStop(ctx, await aPerson(ctx, "admin"), { scope: "all", reason: "a “quoted” reason, with 🦊" });
  return ctx;
}

async function exported(ctx: TestContext): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportLedger(ctx, COMMAND_LINE)) lines.push(line);
  return lines;
}

function check(ctx: TestContext, lines: readonly string[]): ExportVerdict {
  const reader = new ExportReader(
    ctx.sha256,
    (_, kid, bytes, signature) => ctx.receipts.verifiers.get(kid)?.(bytes, signature) ?? false,
  );
  for (const line of lines) if (!reader.read(line)) break;
  return reader.verdict();
}

describe("the record", () => {
  it("verifies after every kind of administrative change, with progress", async () => {
    const ctx = await aBusyContext();
    const seen: number[] = [];
    const verdict = await verifyLedger(ctx, COMMAND_LINE, (done) => seen.push(done));
    const head = await ctx.store.read.ledgerHead();
    expect(verdict).toEqual({ ok: true, count: head.seq, head: { seq: head.seq, hash: head.hash } });
    expect(seen.at(-1)).toBe(head.seq);
  });

  it("is read in pages, newest first, with the names of its people", async () => {
    const ctx = await aBusyContext();
    const auditor = await aPerson(ctx, "auditor");
    const types: string[] = [];
    let before: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof readLedger>> = await readLedger(ctx, auditor, { before, limit: 3, type: null });
      const here = page.rows.map((row) => (row.withheld ? "withheld" : row.type));
      types.push(...here);
      before = page.next;
      if (here.includes("session.opened")) expect([...page.names.values()]).toContain("Grace Hopper");
    } while (before !== null);
    expect(types.toReversed()).toEqual((await ctx.store.read.ledgerAfter(0, 100)).map((row) => row.type));
    const failures = await readLedger(ctx, auditor, { before: null, limit: 1e9, type: "sign_in.failed" });
    expect(failures.rows).toHaveLength(1);
  });
});

describe("an export of the record", () => {
  it("holds, and says that a person made it; the command line changes nothing", async () => {
    const ctx = await aBusyContext();
    const before = (await ctx.store.read.ledgerHead()).seq;
    expect(check(ctx, await exported(ctx))).toMatchObject({ ok: true, count: before });
    const lines: string[] = [];
    for await (const line of exportLedger(ctx, await aPerson(ctx, "auditor"))) lines.push(line);
    expect(lines.at(-2)).toContain("ledger.exported");
    expect(check(ctx, lines)).toMatchObject({ ok: true, count: before + 1 });
  });

  it("is not for a reviewer", async () => {
    const ctx = await aBusyContext();
    expect(await codeOf(exportLedger(ctx, await aPerson(ctx, "reviewer")).next())).toBe("forbidden");
  });

  it.each<[string, (lines: string[]) => string[]]>([
    ["an entry is changed", (lines) => lines.with(3, (lines[3] ?? "").replace("Grace", "Gracy"))],
    ["an entry is missing", (lines) => lines.toSpliced(3, 1)],
    ["two entries change places", (lines) => lines.with(3, lines[4] ?? "").with(4, lines[3] ?? "")],
    ["an entry is there twice", (lines) => lines.toSpliced(3, 0, lines[3] ?? "")],
    ["the end is cut off", (lines) => lines.slice(0, -1)],
    ["the last entry is missing", (lines) => lines.toSpliced(-2, 1)],
    ["something follows the manifest", (lines) => [...lines, lines[0] ?? ""]],
    ["the manifest's count is changed", (lines) => lines.with(-1, (lines.at(-1) ?? "").replace(/"count":\d+/, '"count":1'))],
    [
      "the manifest is signed with an unknown key",
      (lines) => lines.with(-1, (lines.at(-1) ?? "").replace(/"kid":"[^"]*","signature/, '"kid":"x","signature')),
    ],
    ["a line is not JSON", (lines) => lines.with(1, "{")],
    ["a line has another field", (lines) => lines.with(1, (lines[1] ?? "").replace(/}$/, ',"note":"x"}'))],
    ["it is empty", () => []],
  ])("does not hold when %s", async (_, alter) => {
    const ctx = await aBusyContext();
    expect(check(ctx, alter(await exported(ctx))).ok).toBe(false);
  });
});
