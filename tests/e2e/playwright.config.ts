import { defineConfig, devices } from "@playwright/test";

const { BASE_URL, CHROMIUM_PATH, DEMO_PASSWORD } = process.env;
if (BASE_URL === undefined) {
  throw new Error("BASE_URL is missing: `npm test` starts the product and says where it is");
}
if (DEMO_PASSWORD === undefined) {
  throw new Error("DEMO_PASSWORD is missing: start the product with one, and name the same here");
}

/** How many times longer all may take: a development server compiles as it goes. */
const patience = Number(process.env["PATIENCE"] ?? 1);

/** Root may not open Chromium's sandbox; nothing but this product is ever shown in it. */
const isRoot = process.getuid?.() === 0;

/**
 * Every story runs on a phone and on a PC, but for those whose name ends in `@phone` or
 * `@desktop`: they tell of a screen that only one of the two has.
 */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  fullyParallel: true,
  // A story waits for half of its time: two keep a core busy.
  workers: "200%",
  // What passes at its second try hides a fault, of the product or of the story.
  retries: 0,
  forbidOnly: true,
  timeout: 45_000 * patience,
  expect: { timeout: 10_000 * patience },
  reporter: [["list"]],
  use: {
    baseURL: BASE_URL,
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    colorScheme: "light",
    // Pictures of every step would take as long as the stories.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    screenshot: "only-on-failure",
    // Stories about the worker open a browser of their own (support/device.ts).
    serviceWorkers: "block",
    actionTimeout: 15_000 * patience,
    navigationTimeout: 30_000 * patience,
    launchOptions: {
      ...(CHROMIUM_PATH === undefined ? {} : { executablePath: CHROMIUM_PATH }),
      args: ["--disable-gpu", ...(isRoot ? ["--no-sandbox"] : [])],
    },
  },
  projects: [
    {
      name: "phone",
      grepInvert: /@desktop\b/,
      use: {
        ...devices["Galaxy S9+"],
        viewport: { width: 360, height: 740 },
        deviceScaleFactor: 2,
      },
    },
    {
      name: "desktop",
      grepInvert: /@phone\b/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } },
    },
  ],
});
