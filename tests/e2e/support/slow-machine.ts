import type { Page } from "@playwright/test";

/** Lets the page's processor work so many times slower than this machine's, as a cheap one does. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: times });
}
