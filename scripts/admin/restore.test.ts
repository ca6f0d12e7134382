import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

import type { Env } from "../../lib/env";
import { readEnv } from "../../lib/env";
import { runAdminCommand } from "../../lib/auth/admin-commands";
import { exportDatabase, verifyDatabase, verifyExport } from "./ledger";
import { openForReading, withContext } from "./open-offline";
import { restore } from "./restore";

function anInstallation(): { env: Env; folder: string; file: (name: string) => string } {
  const folder = mkdtempSync(path.join(tmpdir(), "restore-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = (name: string): string => path.join(folder, name);
  const env = readEnv({ COUNTERSIGN_DATA_DIR: folder, COUNTERSIGN_DATABASE_URL: `file:${file("countersign.db")}` });
  return { env, folder, file };
}

function addAgent(env: Env, agent: string): Promise<unknown> {
  return withContext(env, (ctx) => runAdminCommand(ctx, { command: "key.create", input: { agent, label: "test" } }));
}

async function agentNames(env: Env): Promise<readonly string[]> {
  const store = await openForReading(env);
  const agents = await store.read.agents();
  await store.close();
  return agents.map((agent) => agent.name);
}

async function backup(env: Env, file: string): Promise<void> {
  const store = await openForReading(env);
  await store.backup(file);
  await store.close();
}

describe("a backup", () => {
  it("put back, is the database as it was, and the replaced one is still there", async () => {
    const { env, folder, file } = anInstallation();
    await addAgent(env, "before");
    await backup(env, file("a.db"));
    await addAgent(env, "after");
    const { replaced } = await restore(env, file("a.db"));
    expect(await agentNames(env)).toEqual(["before", "manual"]);
    expect(await verifyDatabase(env)).toMatchObject({ holds: true });
    expect(await agentNames({ ...env, databaseUrl: `file:${replaced ?? ""}` })).toEqual(["after", "before", "manual"]);
    await addAgent(env, "later");
    expect(readdirSync(folder).filter((name) => name.includes("restoring"))).toEqual([]);
  });

  it("is put where no database was", async () => {
    const { env, file } = anInstallation();
    await addAgent(env, "before");
    await backup(env, file("a.db"));
    const elsewhere = { ...env, databaseUrl: `file:${file("new/place.db")}` };
    expect(await restore(elsewhere, file("a.db"))).toEqual({ replaced: null });
    expect(await agentNames(elsewhere)).toEqual(["before", "manual"]);
  });

  it("is not put back while a server has the database", async () => {
    const { env, file } = anInstallation();
    await addAgent(env, "before");
    await backup(env, file("a.db"));
    await withContext(env, async () => {
      await expect(restore(env, file("a.db"))).rejects.toThrow(/in use by another process/);
    });
    expect(await agentNames(env)).toEqual(["before", "manual"]);
  });

  it.each<[string, (copy: string) => void, RegExp]>([
    ["it is not a database", (copy) => writeFileSync(copy, "hello".repeat(1000)), /is not a database/],
    ["it is not there", (copy) => rmSync(copy), /there is no file/],
    [
      "its pages were damaged",
      (copy) => {
        const bytes = readFileSync(copy);
        writeFileSync(copy, bytes.fill(0xff, 8192, 40_000));
      },
      /damaged|malformed|disk image/,
    ],
  ])("is refused when %s, and the database stays", async (_, damage, says) => {
    const { env, file } = anInstallation();
    await addAgent(env, "before");
    await backup(env, file("a.db"));
    damage(file("a.db"));
    await expect(restore(env, file("a.db"))).rejects.toThrow(says);
    expect(await agentNames(env)).toEqual(["before", "manual"]);
  });
});

describe("an exported record", () => {
  it("is checked without the database, and says whose key signed it", async () => {
    const { env, folder, file } = anInstallation();
    await addAgent(env, "before");
    await exportDatabase(env, file("a.jsonl"));
    const ours = await verifyExport(env, file("a.jsonl"));
    expect(ours.holds).toBe(true);
    expect(ours.says).toContain("a key of this server");
    const stranger = { ...env, dataDir: path.join(folder, "elsewhere") };
    const theirs = await verifyExport(stranger, file("a.jsonl"));
    expect(theirs.holds).toBe(true);
    expect(theirs.says).toContain("a key that is not in this data directory");
    expect(existsSync(stranger.dataDir)).toBe(false);
    await expect(exportDatabase(env, file("a.jsonl"))).rejects.toThrow(/exists/);
  });

  it("made anew and signed with another key does not pass for one of this server", async () => {
    const [{ env, file }, forger] = [anInstallation(), anInstallation()];
    await addAgent(env, "before");
    await exportDatabase(env, file("a.jsonl"));
    await addAgent(forger.env, "forged");
    await exportDatabase(forger.env, forger.file("a.jsonl"));
    const forged = readFileSync(forger.file("a.jsonl"), "utf8");
    expect((await verifyExport(env, forger.file("a.jsonl"))).says).toContain("a key that is not in this data directory");
    const kid = /"kid":"([^"]+)","signature"/.exec(readFileSync(file("a.jsonl"), "utf8"))?.[1] ?? "";
    writeFileSync(file("b.jsonl"), forged.replace(/"kid":"[^"]+","signature"/, `"kid":"${kid}","signature"`));
    expect((await verifyExport(env, file("b.jsonl"))).holds).toBe(false);
  });
});
