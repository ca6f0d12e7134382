import type { BrowserContextOptions, Page } from "@playwright/test";
import { test as base, expect, request } from "@playwright/test";

import { Countersign } from "../sdk/src/index";
import type { Database, EarlyCookie, TestServer, Who } from "./test-server";
import { PASSWORD, emailOf, withServer } from "./test-server";

type StorageState = NonNullable<Exclude<BrowserContextOptions["storageState"], string>>;

export interface WorkerOptions {
  /** What the server keeps its data in. */
  readonly database: Database;
}

interface WorkerFixtures extends WorkerOptions {
  /** One server for a worker: what one test leaves there the next one meets, so each looks at its own proposals alone. */
  readonly server: TestServer;
  /** The cookies of someone who has signed in: once for a worker. */
  readonly sessionOf: (who: Who) => Promise<StorageState>;
}

interface Fixtures {
  /** The agent's client, over real HTTP. */
  readonly agent: Countersign;
  /** Opens a page as someone who has signed in. */
  readonly signedInAs: (who: Who, options?: BrowserContextOptions) => Promise<Page>;
  /** The same with a sign-in of this very moment, for what two people sign: that of the worker may be minutes old. */
  readonly justSignedInAs: (who: Who) => Promise<Page>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  database: ["sqlite", { option: true, scope: "worker" }],
  server: [
    async ({ database }, use) => {
      await withServer({ empty: false, database }, use);
    },
    { scope: "worker", timeout: 60_000 },
  ],
  sessionOf: [
    async ({ server }, use) => {
      const sessions = new Map<Who, Promise<StorageState>>();
      await use((who) => {
        const session = sessions.get(who) ?? signIn(server.url, emailOf(who), PASSWORD);
        sessions.set(who, session);
        return session;
      });
    },
    { scope: "worker" },
  ],
  agent: async ({ server }, use) => {
    await use(new Countersign({ url: server.url, apiKey: server.apiKey }));
  },
  signedInAs: async ({ server, browser, sessionOf }, use) => {
    const pages: Page[] = [];
    await use(async (who, options = {}) => {
      const context = await browser.newContext({ baseURL: server.url, storageState: await sessionOf(who), ...options });
      const page = await context.newPage();
      pages.push(page);
      page.on("pageerror", (error) => {
        throw error;
      });
      return page;
    });
    for (const page of pages) await page.context().close();
  },
  justSignedInAs: async ({ server, signedInAs }, use) => {
    await use(async (who) => signedInAs(who, { storageState: await signIn(server.url, emailOf(who), PASSWORD) }));
  },
});

export { expect };
export { approveByKey } from "./desk";
export type { TestServer, Who } from "./test-server";

/** What a browser keeps of somebody who signed in an hour before the server started. */
export function keptFrom(cookie: EarlyCookie | undefined): StorageState {
  if (cookie === undefined) throw new Error("nobody signed in early");
  const where = { domain: "127.0.0.1", path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Lax" as const };
  return { cookies: [{ ...cookie, ...where }], origins: [] };
}

/** Signs in as the sign-in page does, and answers the cookies. Throws when it is refused. */
export async function signIn(url: string, email: string, password: string): Promise<StorageState> {
  const client = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } });
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- next-auth's documented answer
  const { csrfToken } = (await (await client.get("/api/auth/csrf")).json()) as { readonly csrfToken: string };
  const answer = await client.post("/api/auth/callback/credentials", { form: { email, password, csrfToken, json: "true" } });
  if (!answer.ok()) throw new Error(`signing in was refused: ${String(answer.status())}`);
  const state = await client.storageState();
  await client.dispose();
  return state;
}
