import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";

const kilobyte = 1024;

/** Bytes that a person with an empty cache has to wait for. */
async function firstLoad(page: Page, address: string): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  const prefetches = new Set<string>();
  let bytes = 0;
  devtools.on("Network.requestWillBeSent", ({ requestId, request }) => {
    // Later pages, fetched when this one is there.
    if ("next-router-prefetch" in request.headers) prefetches.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!prefetches.has(requestId)) bytes += encodedDataLength;
  });

  await page.goto(address, { waitUntil: "networkidle" });
  return bytes;
}

for (const { person, address, most } of [
  { person: "camat.selat", address: "/input?kampanye=bian-kapuas", most: 300 },
  { person: "bupati.kapuas", address: "/ringkasan?kampanye=bian-kapuas", most: 250 },
]) {
  test(`the first load of ${address} is ${String(most)} KB at most`, async ({ page, signIn }) => {
    await signIn(person);
    const bytes = await firstLoad(page, address);

    test.info().annotations.push({ type: "KB", description: (bytes / kilobyte).toFixed(1) });
    expect(bytes).toBeLessThanOrEqual(most * kilobyte);
    expect(bytes).toBeGreaterThan(20 * kilobyte);
  });
}
