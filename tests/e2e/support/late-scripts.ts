import type { Page } from "@playwright/test";

/**
 * Holds back a page's scripts, as a slow signal does: the page is there and can be typed in, and
 * nothing of it is alive yet. Call what it returns to let them through.
 */
export async function holdScripts(page: Page): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
