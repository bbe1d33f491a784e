import type { CDPSession, Page } from "@playwright/test";

import { expect, keepEntry, signInOn, test } from "./support/device";
import { readCoverage } from "./support/interface";
import { seen } from "./support/seen";

/** What a browser does when the connection is back: it wakes the worker, without a page of ours. */
async function wakeWorker(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registrationId = await registrationOf(session);
  await session.send("ServiceWorker.dispatchSyncEvent", {
    origin,
    registrationId,
    tag: "cakupan-outbox",
    lastChance: true,
  });
}

function registrationOf(session: CDPSession): Promise<string> {
  return new Promise((resolve, reject) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [registration] = registrations.filter(({ isDeleted }) => !isDeleted);
      if (registration) resolve(registration.registrationId);
    });
    session.send("ServiceWorker.enable").catch(reject);
  });
}

test("what was typed without a signal is sent after the page was closed and the signal is back @phone", async ({
  device,
  newCampaign,
  camatOf,
  admin,
}) => {
  const campaign = await newCampaign();
  const [village] = campaign.villages;
  const camat = await camatOf(campaign);
  const page = await device.open();
  await signInOn(page, camat.username, camat.password);
  await keepEntry(page, campaign.at("/input"));
  const other = await page.context().newPage();
  await device.setOffline(true);
  await page.goto(campaign.at("/input"));
  await page.getByRole("link", { name: village.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: village.name })).toBeVisible();
  await page
    .getByRole("textbox", { name: /9–59 bulan/ })
    .first()
    .fill("7");
  await page.getByRole("button", { name: /^Kirim/ }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "Tersimpan di perangkat ini." }),
  ).toBeVisible();
  await page.close();

  await device.setOffline(false);
  // A file of the product and no page: nothing in it sends.
  await other.goto("/manifest.webmanifest");
  await wakeWorker(other, new URL(other.url()).origin);
  await expect
    .poll(async () => {
      const { rows } = await readCoverage(admin, campaign.slug, { by: "unit", intervention: "mr" });
      return rows.find(({ code }) => code === village.code)?.dosesAdministered;
    })
    .toBe(7);

  await other.goto(campaign.at("/input/kotak-keluar"));
  await expect(seen(other, "Semua laporan Anda di perangkat ini sudah sampai")).toBeVisible();
  const line = other
    .getByRole("region", { name: "Sudah sampai di kabupaten" })
    .getByRole("listitem")
    .filter({ hasText: village.name });
  await expect(line).toContainText("diterima dan cocok");
});
