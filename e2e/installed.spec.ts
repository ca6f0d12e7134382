import { findings } from "./axe";
import { aNote, approveButton, armed } from "./desk";
import { expect, signIn, test } from "./fixtures";
import { PASSWORD, emailOf } from "./test-server";

test.use({ serviceWorkers: "allow" });

test("it can be installed: the manifest has icons of the sizes that it names", async ({ signedInAs }) => {
  const page = await signedInAs("reviewer");
  await page.goto("/queue");
  const href = await page.locator('link[rel="manifest"]').getAttribute("href");
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the manifest's own shape
  const manifest = (await (await page.request.get(href ?? "")).json()) as {
    readonly start_url: string;
    readonly display: string;
    readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose: string }[];
  };
  expect(manifest).toMatchObject({ start_url: "/queue", display: "standalone" });
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain("maskable");
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return `${String(image.naturalWidth)}x${String(image.naturalHeight)}`;
    }, src);
    expect(size, src).toBe(sizes);
  }
  expect(await page.locator('meta[name="theme-color"]').count()).toBe(2);
});

test("without a connection nothing can be decided, and a page says so", async ({ agent, signedInAs }) => {
  const page = await signedInAs("reviewer");
  const proposed = await agent.propose(aNote("Offline Ltd"));
  await page.goto(`/focus?open=${proposed.id}`);
  await armed(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.context().setOffline(true);
  await expect(page.getByRole("alert").filter({ hasText: "Connection lost." })).toBeVisible();
  await expect(approveButton(page)).toHaveAttribute("aria-disabled", "true");
  await page.goto("/queue");
  await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.context().setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByRole("region", { name: "Queue" })).toBeVisible();
  await agent.withdraw(proposed.id);
});

test("the worker that keeps the page for no connection is waited for by nothing else", async ({ signedInAs }) => {
  const page = await signedInAs("reviewer");
  await page.goto("/account");
  // Asked for while the worker starts, not after it.
  const ahead = (): Promise<NavigationPreloadState> =>
    page.evaluate(async () => (await navigator.serviceWorker.ready).navigationPreload.getState());
  await expect.poll(ahead).toMatchObject({ enabled: true });
  await page.goto("/queue");
  const ways = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map((entry) => ("workerFinalSourceType" in entry ? entry.workerFinalSourceType : "")),
  );
  expect(new Set(ways)).toEqual(new Set(["network"]));
});

test("signing out leaves nothing of the work in the browser", async ({ agent, server, browser }) => {
  const storageState = await signIn(server.url, emailOf("second"), PASSWORD);
  const context = await browser.newContext({ baseURL: server.url, storageState });
  const page = await context.newPage();
  const proposed = await agent.propose(aNote("Secret Ltd"));
  await page.goto(`/queue?open=${proposed.id}`);
  await armed(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.getByRole("button", { name: /Test second/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const databases = await indexedDB.databases();
    return {
      cached: requests.flat().map(({ url }) => new URL(url).pathname),
      stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
      databases: databases.length,
    };
  });
  expect(kept).toEqual({ cached: ["/offline.html"], stored: [], databases: 0 });
  await page.goBack();
  await expect(page.getByText("Secret Ltd")).toHaveCount(0);
  await page.goto(`/focus?open=${proposed.id}`);
  await expect(page).toHaveURL(/\/sign-in/);
  await context.close();
  await agent.withdraw(proposed.id);
});
