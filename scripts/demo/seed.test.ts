import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { openStore } from "../../db/open";
import { sha256 } from "../../lib/create-context";
import { KINDS } from "../../lib/domain/words";
import { verifyLedger } from "../../lib/services/ledger/verify-ledger";
import { seed } from "./seed";

/** Ten seconds by itself, and its neighbours want the same two cores. */
const TIMEOUT_MS = 300_000;
/** Not quite the demo's past; what is drawn by a new key each time differs from run to run. */
const DAYS = 24;

test(
  "the demo's past is lived through whatever is drawn in it, tests of the reviewers among it, and its ledger verifies",
  { timeout: TIMEOUT_MS },
  async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), "countersign-seed-"));
    onTestFinished(() => {
      rmSync(dataDir, { recursive: true, force: true });
    });
    const databaseUrl = `file:${path.join(dataDir, "demo.db")}`;
    const { keys } = await seed({
      ...{ databaseUrl, dataDir, baseUrl: "http://127.0.0.1:3000", days: DAYS },
      onProgress: () => undefined,
    });
    expect(Object.keys(keys)).toHaveLength(6);
    const store = await openStore({ url: databaseUrl, migrationsFolder: path.resolve("db/migrations/sqlite"), sha256 });
    onTestFinished(() => store.close());
    expect(await store.read.canaryTally(null, 0)).not.toEqual([]);
    const past = await store.read.measuredItems({ from: 0, until: Date.now() }, { agentId: null, kind: null }, null, 10_000);
    expect(new Set(past.map(({ kind }) => kind)), "every kind of card has a past").toEqual(new Set(KINDS));
    const ranAlone = past.filter(({ decision }) => decision?.source === "policy");
    expect(ranAlone.length, "checkpoints were removed").toBeGreaterThan(0);
    expect(past.filter(({ decision }) => decision?.source === "person").length, "and others stayed").toBeGreaterThan(
      ranAlone.length,
    );
    const doubles = await store.read.measuredDoubles({ from: 0, until: Date.now() + 1 }, { agentId: null, kind: null }, 1_000);
    expect(doubles.filter(({ settledAt }) => settledAt !== null).length, "second opinions were given").toBeGreaterThan(5);
    expect(await verifyLedger({ store, sha256 }, { type: "system", name: "command_line" })).toMatchObject({ ok: true });
  },
);
