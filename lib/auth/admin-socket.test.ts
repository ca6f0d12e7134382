import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

import { askServer } from "../../scripts/admin/ask-server";
import type { TestContext } from "../../test/context";
import { aContext, aPerson, codeOf, ledgerTypes } from "../../test/context";
import { adminSocketPath, startAdminSocket } from "./admin-socket";
import { authenticateAgent } from "./authenticate-agent";
import { DEFAULT_POLICY } from "../domain/policy/default-policy";

const ADA = { email: "ada@example.com", name: "Ada Lovelace", role: "admin", password: "violet anchors drift" } as const;

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "admin-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

async function listening(): Promise<{ ctx: TestContext; file: string }> {
  const ctx = await aContext();
  const file = path.join(aFolder(), "admin.sock");
  const stop = await startAdminSocket(ctx, file);
  onTestFinished(stop);
  return { ctx, file };
}

/** Sends raw text and answers what comes back. */
function send(file: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(file);
    let received = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => (received += chunk));
    socket.on("error", reject);
    socket.on("end", () => {
      resolve(received);
    });
    socket.write(text);
  });
}

describe("the command line's way into a running server", () => {
  it("is open to the server's own user alone", async () => {
    const { file } = await listening();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("creates people and keys, and the record says that the command line did", async () => {
    const { ctx, file } = await listening();
    expect(await askServer(file, { command: "user.create", input: ADA })).toMatchObject({ email: ADA.email, role: "admin" });
    const input = { agent: "refund-bot", label: "test", scopes: ["propose"] };
    const made = await askServer(file, { command: "key.create", input });
    const key = made?.command === "key.create" ? made.key : "";
    expect(await authenticateAgent(ctx, `Bearer ${key}`)).toMatchObject({
      agentName: "refund-bot",
      scopes: new Set(["propose"]),
    });
    expect(await ledgerTypes(ctx)).toEqual(["person.created", "agent.created", "key.created"]);
    const rows = await ctx.store.read.ledgerAfter(3, 10);
    expect(rows.every((row) => row.entry.includes('"actor":"system:command_line"'))).toBe(true);
  });

  it("puts a policy into force and says what it replaced, without a second admin and on the record", async () => {
    const { ctx, file } = await listening();
    await Promise.all(["Ada", "Grace"].map((name) => aPerson(ctx, "admin", name)));
    const catalogue = DEFAULT_POLICY.catalogue.slice(1);
    const input = { text: JSON.stringify({ ...DEFAULT_POLICY, catalogue }), note: "fewer entries" };
    const made = await askServer(file, { command: "policy.set", input });
    expect(made).toMatchObject({ command: "policy.set", version: 2, replaced: 1 });
    expect(made?.command === "policy.set" && made.changes.join()).toContain(DEFAULT_POLICY.catalogue[0]?.match);
    expect(ctx.live.policy?.version).toBe(2);
    expect(await askServer(file, { command: "policy.set", input })).toMatchObject({ version: 2, replaced: 2, changes: [] });
    await expect(askServer(file, { command: "policy.set", input: { ...input, text: "{" } })).rejects.toThrow(/line 1, column/);
    expect(await ledgerTypes(ctx)).toEqual(["policy.saved"]);
  });

  it("switches the rule of the second admin at once, and says what it was", async () => {
    const { ctx, file } = await listening();
    await Promise.all(["Ada", "Grace"].map((name) => aPerson(ctx, "admin", name)));
    const made = await askServer(file, { command: "policy.second_admin", input: { rule: "never" } });
    expect(made).toEqual({ command: "policy.second_admin", from: "from_two", to: "never" });
    expect(await ledgerTypes(ctx)).toEqual(["policy.second_admin_set"]);
  });

  it("makes one agent for two keys asked for at once", async () => {
    const { ctx, file } = await listening();
    const input = { agent: "refund-bot", label: "test" };
    await Promise.all([1, 2, 3].map(() => askServer(file, { command: "key.create", input })));
    expect((await ledgerTypes(ctx)).filter((type) => type === "agent.created")).toHaveLength(1);
  });

  it("refuses as the screens do, in the same words", async () => {
    const { file } = await listening();
    const weak = askServer(file, { command: "user.create", input: { ...ADA, password: "password1" } });
    await expect(weak).rejects.toThrow(/first passwords an attacker tries/);
    const scope = askServer(file, { command: "key.create", input: { agent: "x", label: "x", scopes: ["decide"] } });
    await expect(scope).rejects.toThrow(/^scopes: choose one or more of/);
  });

  it.each([
    ["not JSON", "hello\n", "invalid_json"],
    ["another command", '{"command":"policy.save","input":{}}\n', "invalid_request"],
    ["a field too many", '{"command":"key.create","input":{"agent":"x","label":"x","ownerId":"per_1"}}\n', "invalid_request"],
    ["null", "null\n", "invalid_request"],
    ["a line without an end", "x".repeat(8_400_000), "payload_too_large"],
  ])("answers %s with a refusal and goes on", async (_, text, code) => {
    const { ctx, file } = await listening();
    expect(await send(file, text)).toContain(`"code":"${code}"`);
    expect(await ledgerTypes(ctx)).toEqual([]);
    expect(await codeOf(askServer(file, { command: "key.create", input: { agent: "x", label: "x" } }))).toBe("accepted");
  });

  it("takes the place of a socket that a killed server left behind", async () => {
    const file = path.join(aFolder(), "admin.sock");
    writeFileSync(file, "");
    const stop = await startAdminSocket(await aContext(), file);
    onTestFinished(stop);
    expect(await codeOf(askServer(file, { command: "key.create", input: { agent: "x", label: "x" } }))).toBe("accepted");
  });

  it("is not there without a server: the command line then opens the database itself", async () => {
    expect(
      await askServer(path.join(aFolder(), "admin.sock"), { command: "key.create", input: { agent: "x", label: "x" } }),
    ).toBeNull();
    expect(adminSocketPath(`/${"deep/".repeat(40)}`)).toBeNull();
  });
});
