import { defineConfig } from "@playwright/test";
import type { WorkerOptions } from "./e2e/fixtures";
import { CHROMIUM_ARGUMENTS, findChromium } from "./scripts/chromium.mjs";

const executablePath = findChromium();

export default defineConfig<object, WorkerOptions>({
  testDir: "e2e",
  outputDir: "test-results",
  // One browser at a time: two cores are shared with the server under test. No retries: a flaky test is a defect.
  workers: 1,
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
    screenshot: "only-on-failure",
    trace: "off",
    video: "off",
  },
});
