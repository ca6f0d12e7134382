import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import type { Page } from "@playwright/test";
import { test as base, expect } from "@playwright/test";

import { openStore } from "../db/open";
import { createContext } from "../lib/create-context";
import type { SystemActor } from "../lib/services/actor";
import { createAgent } from "../lib/services/agents/create-agent";
import { createFirstAdmin } from "../lib/services/first-admin";
import { createKey } from "../lib/services/keys/create-key";
import { createPerson } from "../lib/services/people/create-person";
import { savePolicy } from "../lib/services/policy/save-policy";
import { openSigningKeys } from "../lib/signing-keys";
import { Countersign } from "../sdk/src/index";

export const PASSWORD = "quiet-harbour-71-lantern";
const COMMAND_LINE: SystemActor = { type: "system", name: "command_line" };
const quiet = (): void => undefined;

/** A running server of its own for each worker: the built one, on an empty database with three people and one agent. */
export interface TestServer {
  readonly url: string;
  readonly apiKey: string;
  readonly dataDir: string;
}

export type Who = "admin" | "reviewer" | "second" | "auditor";

interface WorkerFixtures {
  readonly server: TestServer;
}

interface Fixtures {
  /** The agent's client, over real HTTP. */
  readonly agent: Countersign;
  /** Opens a page signed in as someone. */
  readonly signedInAs: (who: Who) => Promise<Page>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const dataDir = mkdtempSync(path.join(tmpdir(), "countersign-e2e-"));
      const port = await freePort();
      const url = `http://127.0.0.1:${String(port)}`;
      const databaseUrl = `file:${path.join(dataDir, "countersign.db")}`;
      const apiKey = await seed(databaseUrl, dataDir, url);
      const server = spawn(process.execPath, ["dist/server.js"], {
        stdio: ["ignore", "ignore", "inherit"],
        env: {
          ...process.env,
          NODE_ENV: "production",
          PORT: String(port),
          COUNTERSIGN_DATABASE_URL: databaseUrl,
          COUNTERSIGN_DATA_DIR: dataDir,
          COUNTERSIGN_LOG_LEVEL: "error",
          NEXTAUTH_URL: url,
        },
      });
      await ready(url);
      await use({ url, apiKey, dataDir });
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 60_000 },
  ],
  agent: async ({ server }, use) => {
    await use(new Countersign({ url: server.url, apiKey: server.apiKey }));
  },
  signedInAs: async ({ server, browser }, use) => {
    const pages: Page[] = [];
    await use(async (who) => {
      const context = await browser.newContext({ baseURL: server.url });
      const page = await context.newPage();
      pages.push(page);
      page.on("pageerror", (error) => {
        throw error;
      });
      await page.goto("/sign-in");
      await page.getByLabel("E-mail").fill(`${who}@example.com`);
      await page.getByLabel("Password").fill(PASSWORD);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL(/\/queue/);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
});

export { expect };

/** Approves the open card by keyboard once it is armed, with the act that its treatment asks for. */
export async function approveByKey(page: Page): Promise<void> {
  const approve = page.getByRole("button", { name: /(Hold to approve|Approve) *:/ });
  await expect(approve).toHaveAttribute("aria-disabled", "false");
  const holds = ((await approve.textContent()) ?? "").includes("Hold");
  await page.keyboard.press(holds ? "Shift+A" : "a");
}

async function seed(databaseUrl: string, dataDir: string, baseUrl: string): Promise<string> {
  const store = await openStore({
    url: databaseUrl,
    migrationsFolder: path.resolve("db/migrations/sqlite"),
    sha256: (text) => createHash("sha256").update(text).digest("hex"),
  });
  const ctx = await createContext({
    store,
    receipts: openSigningKeys(path.join(dataDir, "signing-keys"), Date.now()),
    log: { info: quiet, warn: quiet, error: console.error },
    baseUrl,
  });
  await createFirstAdmin(ctx, { ...account("admin"), workspace: "team", workspaceName: "Test workspace" });
  for (const who of ["reviewer", "second"] as const) await createPerson(ctx, COMMAND_LINE, { ...account(who), role: "reviewer" });
  await createPerson(ctx, COMMAND_LINE, { ...account("auditor"), role: "auditor" });
  const policy = readFileSync("examples/airline-policy.json", "utf8");
  await savePolicy(ctx, COMMAND_LINE, { text: policy, basedOn: 1, note: "the airline's", confirmName: "Test workspace" });
  const agent = await createAgent(ctx, COMMAND_LINE, { name: "airline-support" });
  const { secret } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "tests" });
  await store.close();
  return secret;
}

function account(who: Who): { readonly email: string; readonly name: string; readonly password: string } {
  return { email: `${who}@example.com`, name: `Test ${who}`, password: PASSWORD };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

async function ready(url: string): Promise<void> {
  await expect
    .poll(async () => (await fetch(`${url}/api/v1/health/ready`).catch(() => null))?.status ?? 0, { timeout: 45_000 })
    .toBe(200);
}
