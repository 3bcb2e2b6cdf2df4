import { defineConfig } from "@playwright/test";

/** End-to-end tests in the real application, with whichever shell this machine has. */
export default defineConfig({
  testDir: "specs",
  outputDir: "../../node_modules/.cache/hub-casebook/e2e",
  globalSetup: "./fixtures/makeSampleBook.ts",
  // Each test has its own application, book and folders; two cores carry two of them.
  workers: 2,
  fullyParallel: true,
  // Far more than they need: a busy machine must not fail what is only slow.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  retries: 0,
});
