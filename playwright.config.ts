import { defineConfig } from "@playwright/test";
import type { WorkerOptions } from "./e2e/fixtures";
import { CHROMIUM_ARGUMENTS, findChromium } from "./scripts/chromium.mjs";

const executablePath = findChromium();

export default defineConfig<object, WorkerOptions>({
  testDir: "e2e",
  outputDir: "test-results",
  // Two side by side, each with a server of its own: a test at the desk mostly waits, as the person does. No retries: a flaky test is a defect.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  projects: [
    { name: "sqlite" },
    // The main story once more: what differs between the databases lies below everything that a browser sees.
    { name: "postgres", testMatch: "sign-one-proposal.spec.ts", use: { database: "postgres" } },
  ],
  use: {
    browserName: "chromium",
    launchOptions: { args: CHROMIUM_ARGUMENTS, ...(executablePath === null ? {} : { executablePath }) },
    // Past a worker that has taken the page over, some requests that a story holds back go through all the same (14 of 150 pages tried).
    // The stories of the worker itself let it in.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    trace: "off",
    video: "off",
  },
});
